-- Questions of the centre for a unit, each with the criteria it asks for (R82). One is never changed once made: a newer one
-- takes its place and the old one is ended, so that answers stay beside the questions they were given to.
create table worksheets (
  centre_id uuid not null references centres,
  id        uuid not null default gen_random_uuid(),
  unit_id   uuid not null,
  title     text not null,
  questions jsonb not null,                    -- [{text, criterionIds}]
  made_by   uuid not null references identity.people,
  made_at   timestamptz not null,
  ended_by  uuid references identity.people,
  ended_at  timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units,
  check ((ended_by is null) = (ended_at is null))
);
create index worksheets_unit on worksheets (centre_id, unit_id) where ended_at is null;
select protect_by_centre('worksheets');

-- The worksheet whose questions this evidence answers.
alter table evidence_versions add column worksheet_id uuid;
alter table evidence_versions add foreign key (centre_id, worksheet_id) references worksheets;
