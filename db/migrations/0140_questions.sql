-- A confirmed criterion in question: it stops counting until a qualified assessor confirms it again or revokes it. Nothing is
-- taken away: question, answer and the decision before it all stay.
create table questions (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  evidence_id uuid not null,
  version     integer not null,
  learner_id  uuid not null,
  ground      text not null check (ground in ('sampling', 'verification', 'removal')),
  reason      text not null,
  raised_by   uuid not null references identity.people,
  raised_as   text not null,
  raised_at   timestamptz not null,
  answered_at timestamptz,
  answered_by uuid references identity.people,
  answer      text,
  decision_id uuid,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, decision_id) references decisions,
  check ((answered_at is null) = (decision_id is null))
);
create index questions_evidence on questions (centre_id, evidence_id, version);
select protect_by_centre('questions');

create table question_criteria (
  centre_id       uuid not null references centres,
  question_id     uuid not null,
  registration_id uuid not null,
  criterion_id    uuid not null,
  evidence_id     uuid not null,
  version         integer not null,
  answered_at     timestamptz,
  primary key (centre_id, question_id, registration_id, criterion_id),
  foreign key (centre_id, question_id) references questions,
  foreign key (centre_id, registration_id) references registrations
);
-- Almost always empty: what stands in question now. It also keeps two people from questioning the same criterion twice.
create unique index question_criteria_open on question_criteria (centre_id, registration_id, criterion_id, evidence_id, version) where answered_at is null;
select protect_by_centre('question_criteria');

-- A correction names what was wrong with the decision that it takes the place of.
alter table decisions add column correction text;
