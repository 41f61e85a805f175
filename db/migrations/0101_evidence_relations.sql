-- Evidence that names other evidence of the same portfolio: questions that follow up an observation, a testimony that relates
-- to a piece of work (R73, R118). Part of the version that names; which of the two it is follows from its kind.
create table evidence_relations (
  centre_id   uuid not null references centres,
  evidence_id uuid not null,
  version     integer not null,
  other_id    uuid not null,
  removed_at  timestamptz,                   -- taken out again while it was a draft
  primary key (centre_id, evidence_id, version, other_id),
  check (evidence_id <> other_id),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, other_id) references evidence
);
create index evidence_relations_other on evidence_relations (centre_id, other_id) where removed_at is null;
select protect_by_centre('evidence_relations');
