-- The structured record that belongs to a kind of evidence: observation, testimony, questions and answers and so on (R53 to R57).
-- What was typed for one kind is kept in a draft while another is tried. The index finds its words.
alter table evidence_versions
  add column record jsonb not null default '{}',
  add column record_revision integer not null default 1;
