-- What awarding organisations ask for. A published version never changes; learners stay on the one they registered for.
create table specification_imports (
  centre_id     uuid not null references centres,
  id            uuid not null default gen_random_uuid(),
  name          text not null,
  sha256        text not null,
  source_text   text not null,
  specification jsonb not null,           -- as read
  corrections   jsonb not null default '[]', -- what a person changed afterwards, kept apart
  revision      integer not null default 1,
  imported_by   uuid not null references identity.people,
  imported_at   timestamptz not null,
  discarded_at  timestamptz,
  primary key (centre_id, id)
);

create table qualifications (
  centre_id uuid not null references centres,
  id        uuid not null default gen_random_uuid(),
  number    text,
  title     text not null,
  awarding_organisation text,
  created_at timestamptz not null,
  primary key (centre_id, id)
);
create unique index qualifications_number on qualifications (centre_id, number) where number is not null;

create table qualification_versions (
  centre_id        uuid not null references centres,
  id               uuid not null default gen_random_uuid(),
  qualification_id uuid not null,
  version          integer not null,
  title            text not null,
  number           text,
  other_numbers    jsonb not null,
  awarding_organisation text,
  framework        text,
  level            integer,
  total_credit     integer,
  dates            jsonb not null,
  groups           jsonb not null,
  rules            jsonb not null,
  rule_texts       jsonb not null,
  rules_complete   boolean not null,
  import_id        uuid,
  published_by     uuid not null references identity.people,
  published_at     timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, qualification_id, version),
  foreign key (centre_id, qualification_id) references qualifications,
  foreign key (centre_id, import_id) references specification_imports
);

-- A unit with the same content is stored once, however many qualifications it stands in (R21).
create table units (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  code        text not null,
  reference   text,
  number      text,
  title       text not null,
  level       integer,
  credit      integer,
  glh         integer,
  simulation  jsonb not null,
  evidence_requirements jsonb not null,
  knowledge_only boolean not null,
  worksheet   boolean not null,
  criterion_count integer not null,
  digest      text not null,
  primary key (centre_id, id),
  unique (centre_id, digest)
);
create index units_title on units using gin (title gin_trgm_ops);

create table unit_places (
  centre_id  uuid not null references centres,
  version_id uuid not null,
  unit_id    uuid not null,
  position   integer not null,
  group_code text,
  theme      text,
  mandatory  boolean not null,
  primary key (centre_id, version_id, unit_id),
  foreign key (centre_id, version_id) references qualification_versions,
  foreign key (centre_id, unit_id) references units
);

create table outcomes (
  centre_id uuid not null references centres,
  id        uuid not null default gen_random_uuid(),
  unit_id   uuid not null,
  position  integer not null,
  number    text not null,
  kind      text not null,
  title     text,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units
);
create index outcomes_unit on outcomes (centre_id, unit_id, position);

create table criteria (
  centre_id  uuid not null references centres,
  id         uuid not null default gen_random_uuid(),
  unit_id    uuid not null,
  outcome_id uuid not null,
  position   integer not null,
  number     text not null,
  kind       text,
  verb       text,
  plural     boolean not null,
  text       text not null,
  parts      jsonb not null,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units,
  foreign key (centre_id, outcome_id) references outcomes
);
create index criteria_unit on criteria (centre_id, unit_id, position);
create index criteria_outcome on criteria (centre_id, outcome_id);
create index criteria_text on criteria using gin (text gin_trgm_ops);

create table registrations (
  centre_id     uuid not null references centres,
  id            uuid not null default gen_random_uuid(),
  learner_id    uuid not null references identity.people,
  version_id    uuid not null,
  registered_on date not null,
  registered_at timestamptz not null,
  registered_by uuid not null references identity.people,
  withdrawn_at  timestamptz,
  primary key (centre_id, id),
  unique (centre_id, learner_id, version_id),
  foreign key (centre_id, version_id) references qualification_versions
);
create index registrations_version on registrations (centre_id, version_id);

create table registration_units (
  centre_id       uuid not null references centres,
  registration_id uuid not null,
  unit_id         uuid not null,
  chosen_at       timestamptz not null,
  primary key (centre_id, registration_id, unit_id),
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, unit_id) references units
);

create type allocation_role as enum ('trainee-assessor', 'assessor', 'countersigner', 'iqa', 'mentor');

create table allocations (
  centre_id       uuid not null references centres,
  id              uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  person_id       uuid not null references identity.people,
  role            allocation_role not null,
  allocated_at    timestamptz not null,
  allocated_by    uuid not null references identity.people,
  ended_at        timestamptz,
  ended_by        uuid references identity.people,
  primary key (centre_id, id),
  foreign key (centre_id, registration_id) references registrations
);
create unique index allocations_current on allocations (centre_id, registration_id, role) where ended_at is null;
create index allocations_person on allocations (centre_id, person_id) where ended_at is null;

-- An external quality assurer sees the qualifications allotted to them, no others (R133).
create table eqa_allotments (
  centre_id        uuid not null references centres,
  qualification_id uuid not null,
  person_id        uuid not null references identity.people,
  allotted_at      timestamptz not null,
  ended_at         timestamptz,
  primary key (centre_id, qualification_id, person_id),
  foreign key (centre_id, qualification_id) references qualifications
);
