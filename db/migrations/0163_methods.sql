-- The kinds of evidence that an awarding organisation does not accept for a qualification (R69), beside the version, which never
-- changes. A row says all that are switched off from then on, and takes the place of the one before; none is changed or taken away.
create table qualification_methods (
  centre_id    uuid not null,
  version_id   uuid not null,
  number       integer not null check (number >= 1),
  switched_off text[] not null,
  reason       text not null,
  set_by       uuid not null references identity.people,
  set_at       timestamptz not null,
  primary key (centre_id, version_id, number),
  foreign key (centre_id, version_id) references qualification_versions
);
select protect_by_centre('qualification_methods');

-- What counts now; a version of which nothing was said has no row and accepts every kind.
create view standing_methods with (security_invoker = true) as
select distinct on (m.centre_id, m.version_id) m.centre_id, m.version_id, m.switched_off
  from qualification_methods m
 order by m.centre_id, m.version_id, m.number desc;
