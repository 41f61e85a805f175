-- A centre is the wall: its id leads every key below, and row-level security lets a transaction see one centre only.
create function current_centre() returns uuid language sql stable parallel safe
  return nullif(current_setting('countersign.centre', true), '')::uuid;
create function current_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('countersign.person', true), '')::uuid;

create table centres (
  id         uuid primary key default gen_random_uuid(),
  name       text not null check (length(trim(name)) between 1 and 200),
  number     text,
  created_at timestamptz not null
);

create type role as enum ('learner', 'trainee-assessor', 'assessor', 'iqa', 'lead-iqa', 'eqa', 'mentor', 'centre-administrator');

-- History is rows: a role that was taken away keeps its dates.
create table role_grants (
  centre_id  uuid not null references centres,
  id         uuid not null default gen_random_uuid(),
  person_id  uuid not null references identity.people,
  role       role not null,
  granted_at timestamptz not null,
  granted_by uuid references identity.people,
  ended_at   timestamptz,
  ended_by   uuid references identity.people,
  primary key (centre_id, id)
);
create unique index role_grants_once on role_grants (centre_id, person_id, role) where ended_at is null;
create index role_grants_person on role_grants (person_id) where ended_at is null;

-- The ledger: who did what, as what, when and why. The application may add to it and read it, never change it.
create table events (
  centre_id    uuid not null references centres,
  id           bigint generated always as identity,
  at           timestamptz not null,
  actor_id     uuid references identity.people,
  actor_role   text not null,
  type         text not null,
  learner_id   uuid,
  registration_id uuid,
  subject_id   uuid,
  reason       text,
  body         jsonb not null,
  primary key (centre_id, id)
);
create index events_subject on events (centre_id, subject_id, id) where subject_id is not null;
create index events_learner on events (centre_id, learner_id, id) where learner_id is not null;

-- What a person was typing, kept so that a reload, a time-out or another tab loses nothing.
create table drafts (
  centre_id  uuid not null references centres,
  person_id  uuid not null references identity.people,
  subject    text not null check (length(subject) <= 200),
  body       jsonb not null check (pg_column_size(body) < 1000000),
  revision   integer not null default 1,
  updated_at timestamptz not null,
  primary key (centre_id, person_id, subject)
);

-- Letters that leave the house. Without a mail server they stay here for an administrator to read and hand over.
create table letters (
  id         uuid primary key default gen_random_uuid(),
  centre_id  uuid references centres,
  person_id  uuid references identity.people,
  recipient  citext not null,
  kind       text not null check (kind in ('invitation', 'password-reset', 'notice')),
  subject    text not null,
  body       text not null,
  written_at timestamptz not null,
  sent_at    timestamptz,
  failure    text
);
create index letters_person on letters (person_id, written_at desc);
