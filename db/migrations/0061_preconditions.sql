-- What a learner must be or have before a unit can be judged, such as a job in which they answer for others. It hangs on
-- the unit and not on the qualification (R31), and beside the published unit, which never changes. One that no longer
-- holds is ended, not taken away.
create table preconditions (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  unit_id     uuid not null,
  kind        text not null check (kind in ('supervisory-responsibility', 'job-role', 'workplace', 'other')),
  text        text not null,
  source      text not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  ended_by    uuid references identity.people,
  ended_at    timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units,
  check ((ended_by is null) = (ended_at is null))
);
create unique index preconditions_standing on preconditions (centre_id, unit_id, kind, md5(text)) where ended_at is null;
select protect_by_centre('preconditions');
