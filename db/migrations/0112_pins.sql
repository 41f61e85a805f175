-- Where in the evidence a tick rests: a page, a passage, an area of a picture, a moment of a recording. The learner's hang on
-- the claims of a draft and are frozen when it is submitted; a trainee's and an assessor's come with their decision. Each is
-- bound to the version, to the file by its hash, and to the layer of its tick, and is kept with it for ever.
create table pins (
  centre_id       uuid not null references centres,
  id              uuid not null default gen_random_uuid(),
  evidence_id     uuid not null,
  version         integer not null,
  layer           text not null check (layer in ('learner', 'trainee', 'assessor')),
  registration_id uuid not null,
  criterion_id    uuid not null,
  file_id         uuid,                      -- none: the statement
  sha256          text,
  place           jsonb not null,
  decision_id     uuid,
  pinned_by       uuid not null references identity.people,
  pinned_at       timestamptz not null,
  removed_at      timestamptz,               -- from a draft only
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, criterion_id) references criteria,
  foreign key (centre_id, file_id) references evidence_files,
  foreign key (centre_id, decision_id) references decisions,
  check ((file_id is null) = (sha256 is null)),
  check ((decision_id is null) = (layer = 'learner'))
);
create index pins_of_version on pins (centre_id, evidence_id, version);
select protect_by_centre('pins');
