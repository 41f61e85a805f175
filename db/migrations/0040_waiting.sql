-- Evidence that waits for somebody's judgement, one row for each registration it is claimed in, kept in step by the same
-- transaction that changes it: a queue of sixty learners is then read off one index.
create table waiting_evidence (
  centre_id       uuid not null references centres,
  registration_id uuid not null,
  evidence_id     uuid not null,
  version         integer not null,
  learner_id      uuid not null,
  number          integer not null,
  title           text not null,
  submitted_at    timestamptz not null,
  open_claims     integer not null,     -- claims without a qualified assessor's word
  provisional     integer not null,     -- of them, those a trainee has judged
  provisional_at  timestamptz,
  units           text,
  primary key (centre_id, registration_id, evidence_id, version),
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, evidence_id, version) references evidence_versions
);
create index waiting_evidence_of on waiting_evidence (centre_id, evidence_id);
select protect_by_centre('waiting_evidence');
