-- A portfolio is one learner's evidence in one centre; its numbers run on and are never used twice (R70).
create table portfolios (
  centre_id   uuid not null references centres,
  learner_id  uuid not null references identity.people,
  last_number integer not null default 0,
  primary key (centre_id, learner_id)
);

create table evidence (
  centre_id  uuid not null references centres,
  id         uuid not null default gen_random_uuid(),
  learner_id uuid not null,
  number     integer not null,
  kind       text not null check (kind in ('file', 'statement')),
  created_by uuid not null references identity.people,
  created_at timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, learner_id, number),
  foreign key (centre_id, learner_id) references portfolios
);

create type evidence_state as enum ('draft', 'submitted', 'under-review', 'accepted', 'returned', 'withdrawn');

-- Each version stands for ever with its files, its ticks and its decisions. `revision` counts every change to what an
-- assessor would see of it (content, claims, decisions): what was shown is what is accepted, or nothing is.
create table evidence_versions (
  centre_id    uuid not null references centres,
  evidence_id  uuid not null,
  learner_id   uuid not null,                -- the evidence's, repeated so that a queue finds what waits by learner
  version      integer not null,
  state        evidence_state not null,
  revision     integer not null default 1,
  title        text not null default '',
  description  text not null default '',
  shown_on     date,                         -- the day the evidence is about
  setting      text check (setting in ('real-job', 'voluntary', 'placement', 'realistic-working-environment', 'simulation')),
  statement    jsonb,                        -- rich text, as the editor's document
  statement_text text,
  declared_at  timestamptz,                  -- authenticity
  declared_by  uuid references identity.people,
  created_by   uuid not null references identity.people,
  created_at   timestamptz not null,
  submitted_at timestamptz,
  submitted_by uuid references identity.people,
  state_since  timestamptz not null,
  content_hash text,                         -- of everything an assessor sees, fixed at submission
  return_reason text,
  primary key (centre_id, evidence_id, version),
  foreign key (centre_id, evidence_id) references evidence
);
create index evidence_versions_waiting on evidence_versions (centre_id, learner_id, state_since) where state in ('submitted', 'under-review');
create index evidence_versions_with_learner on evidence_versions (centre_id, learner_id, state_since) where state in ('draft', 'returned');

-- Bytes by their hash, per centre; the store itself is addressed by content.
create table files (
  centre_id  uuid not null references centres,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size       bigint not null,
  media_type text not null,
  stored_at  timestamptz not null,
  primary key (centre_id, sha256)
);

create table evidence_files (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  evidence_id uuid not null,
  version     integer not null,
  position    integer not null,
  name        text not null,
  sha256      text not null,
  added_by    uuid not null references identity.people,
  added_at    timestamptz not null,
  removed_at  timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, sha256) references files
);
create index evidence_files_version on evidence_files (centre_id, evidence_id, version);

-- An upload on its way in; it becomes a file of the evidence when its last byte has come.
create table uploads (
  centre_id   uuid not null references centres,
  id          text not null,
  evidence_id uuid not null,
  version     integer not null,
  person_id   uuid not null references identity.people,
  name        text not null,
  size        bigint not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  refusal     text,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id, version) references evidence_versions
);

-- The learner's layer: a claim says "this evidence meets this criterion" (R1).
create table claims (
  centre_id       uuid not null references centres,
  id              uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  criterion_id    uuid not null,
  evidence_id     uuid not null,
  version         integer not null,
  claimed_by      uuid not null references identity.people,
  claimed_at      timestamptz not null,
  withdrawn_at    timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, criterion_id) references criteria,
  foreign key (centre_id, evidence_id, version) references evidence_versions
);
create unique index claims_standing on claims (centre_id, evidence_id, version, registration_id, criterion_id) where withdrawn_at is null;
create index claims_criterion on claims (centre_id, registration_id, criterion_id);

-- One act of judgement on one version of one piece of evidence, in one layer: a trainee's is provisional and never counts.
create table decisions (
  centre_id    uuid not null references centres,
  id           uuid not null default gen_random_uuid(),
  evidence_id  uuid not null,
  version      integer not null,
  layer        text not null check (layer in ('trainee', 'assessor')),
  outcome      text not null check (outcome in ('accepted', 'returned')),
  return_reason text,
  feedback     text not null,
  content_hash text not null,
  acceptances  jsonb not null default '[]',
  decided_by   uuid not null references identity.people,
  decided_as   text not null,
  decided_at   timestamptz not null,
  request_id   uuid not null,                -- a retry of the same save finds its decision instead of making another
  primary key (centre_id, id),
  unique (centre_id, request_id),
  check ((outcome = 'returned') = (return_reason is not null)),
  foreign key (centre_id, evidence_id, version) references evidence_versions
);
create index decisions_evidence on decisions (centre_id, evidence_id, version, decided_at);

create table decision_criteria (
  centre_id       uuid not null references centres,
  decision_id     uuid not null,
  registration_id uuid not null,
  criterion_id    uuid not null,
  evidence_id     uuid not null,
  version         integer not null,
  layer           text not null,
  outcome         text not null check (outcome in ('met', 'not-yet-met')),
  reason          text,
  superseded_by   uuid,
  primary key (centre_id, decision_id, registration_id, criterion_id),
  foreign key (centre_id, decision_id) references decisions,
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, criterion_id) references criteria,
  foreign key (centre_id, superseded_by) references decisions
);
create unique index decision_criteria_standing on decision_criteria (centre_id, evidence_id, version, layer, registration_id, criterion_id) where superseded_by is null;
create index decision_criteria_criterion on decision_criteria (centre_id, registration_id, criterion_id);

-- Where each criterion stands, kept in step by the same transaction that changes it; a test rebuilds it from the events.
create table criterion_progress (
  centre_id       uuid not null references centres,
  registration_id uuid not null,
  criterion_id    uuid not null,
  unit_id         uuid not null,
  state           text not null,             -- domain/progress StandingState
  reason          text,                      -- why it does not count; null when it does
  evidence_id     uuid,                      -- the evidence that the standing rests on
  evidence_number integer,
  version         integer,
  since           timestamptz,
  claimed_by      uuid, claimed_at timestamptz,
  provisional_by  uuid, provisional_at timestamptz, provisional_outcome text,
  decided_by      uuid, decided_at timestamptz, decided_outcome text, decided_reason text,
  primary key (centre_id, registration_id, criterion_id),
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, criterion_id) references criteria
);

create table registration_progress (
  centre_id       uuid not null references centres,
  registration_id uuid not null,
  criteria        integer not null,
  claimed         integer not null,
  provisional     integer not null,
  confirmed       integer not null,
  returned        integer not null,
  confirmed_share real generated always as (case when criteria = 0 then 0 else confirmed::real / criteria end) stored,
  last_activity   timestamptz,
  primary key (centre_id, registration_id),
  foreign key (centre_id, registration_id) references registrations
);
create index registration_progress_confirmed on registration_progress (centre_id, confirmed_share, registration_id);
create index allocations_of_registration on allocations (centre_id, registration_id) where ended_at is null;
