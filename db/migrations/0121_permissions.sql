-- Where evidence may come from, beyond what the units say themselves: what the document of a version says of its units in
-- general; what a person found elsewhere and recorded for a unit; and, where sources contradict each other, which of them a
-- named person has settled to follow. The strictest applies until then; of the settlements of one subject the newest counts,
-- and none is taken away (R104).
alter table qualification_versions add column permission_statements jsonb not null default '[]';

create table permission_sources (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  unit_id     uuid not null,
  about       text not null check (about in ('simulation', 'environment')),
  kind        text not null check (kind in ('not-allowed', 'not-for-performance', 'exceptions', 'rwe-only', 'allowed')),
  text        text not null,               -- in the words of the place where it was found
  source      text not null,               -- that place
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  ended_by    uuid references identity.people,
  ended_at    timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units,
  check ((ended_by is null) = (ended_at is null))
);
create unique index permission_sources_standing on permission_sources (centre_id, unit_id, about, kind, md5(text)) where ended_at is null;
select protect_by_centre('permission_sources');

create table permission_settlements (
  centre_id  uuid not null references centres,
  id         uuid not null default gen_random_uuid(),
  version_id uuid not null,
  unit_id    uuid not null,
  about      text not null check (about in ('simulation', 'environment')),
  followed   jsonb not null,               -- the source as it read when it was settled
  reason     text not null,
  settled_by uuid not null references identity.people,
  settled_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, version_id) references qualification_versions,
  foreign key (centre_id, unit_id) references units
);
create index permission_settlements_unit on permission_settlements (centre_id, version_id, unit_id, about, settled_at desc);
select protect_by_centre('permission_settlements');
