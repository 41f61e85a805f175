-- Further documents beside a decision or a question (R87): an observation sheet, a marking grid. They change nothing of what was
-- decided; one that is withdrawn keeps its record, with the reason. Sampling will put them beside a sample as well.
create table further_documents (
  centre_id          uuid not null references centres,
  id                 uuid not null default gen_random_uuid(),
  evidence_id        uuid not null,
  decision_id        uuid,
  question_id        uuid,
  name               text not null,
  sha256             text not null,
  added_by           uuid not null references identity.people,
  added_as           text not null,
  added_at           timestamptz not null,
  withdrawn_at       timestamptz,
  withdrawn_because  text,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id) references evidence,
  foreign key (centre_id, decision_id) references decisions,
  foreign key (centre_id, question_id) references questions,
  foreign key (centre_id, sha256) references files,
  check (num_nonnulls(decision_id, question_id) = 1),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index further_documents_evidence on further_documents (centre_id, evidence_id);
select protect_by_centre('further_documents');

-- An upload is on its way into one thing: a version of evidence, a decision or a question.
alter table uploads alter column evidence_id drop not null, alter column version drop not null,
  add column decision_id uuid, add column question_id uuid,
  add foreign key (centre_id, decision_id) references decisions,
  add foreign key (centre_id, question_id) references questions,
  add check (num_nonnulls(evidence_id, decision_id, question_id) = 1),
  add check ((evidence_id is null) = (version is null));
