-- A centre's simulation or realistic working environment: named, for units, with its checklist. Each check is kept with who
-- made it and when; the newest counts (R105). Evidence names the set-up that it came from.
create table set_ups (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  kind        text not null check (kind in ('simulation', 'realistic-working-environment')),
  name        text not null,
  description text not null default '',
  set_up_by   uuid not null references identity.people,
  set_up_at   timestamptz not null,
  ended_by    uuid references identity.people,
  ended_at    timestamptz,
  primary key (centre_id, id),
  check ((ended_by is null) = (ended_at is null))
);
create unique index set_ups_name on set_ups (centre_id, kind, lower(name)) where ended_at is null;
select protect_by_centre('set_ups');

create table set_up_units (
  centre_id uuid not null references centres,
  set_up_id uuid not null,
  unit_id   uuid not null,
  primary key (centre_id, set_up_id, unit_id),
  foreign key (centre_id, set_up_id) references set_ups,
  foreign key (centre_id, unit_id) references units
);
select protect_by_centre('set_up_units');

create table set_up_checks (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  set_up_id   uuid not null,
  met         text[] not null,             -- domain/settings ChecklistPoint
  complete    boolean not null,
  note        text not null default '',
  checked_on  date not null,
  checked_by  uuid not null references identity.people,
  recorded_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, set_up_id) references set_ups
);
create index set_up_checks_newest on set_up_checks (centre_id, set_up_id, recorded_at desc);
select protect_by_centre('set_up_checks');

alter table evidence_versions add column set_up_id uuid;
alter table evidence_versions add foreign key (centre_id, set_up_id) references set_ups;
create index evidence_versions_environment on evidence_versions (centre_id, learner_id) where setting = 'realistic-working-environment';
create index evidence_versions_set_up on evidence_versions (centre_id, set_up_id) where set_up_id is not null;

-- What a decision needs to know of the set-up that a piece of evidence names; null where it names none.
create function set_up_fact(named uuid) returns jsonb language sql stable as $$
  select jsonb_build_object(
           'kind', s.kind, 'name', s.name, 'met', coalesce(cardinality(c.met), 0), 'complete', coalesce(c.complete, false),
           'unitIds', coalesce((select jsonb_agg(u.unit_id) from set_up_units u where u.centre_id = s.centre_id and u.set_up_id = s.id), '[]'))
    from set_ups s
    left join lateral (select k.met, k.complete from set_up_checks k where k.centre_id = s.centre_id and k.set_up_id = s.id order by k.recorded_at desc, k.id limit 1) c on true
   where s.centre_id = current_centre() and s.id = named
$$;

-- Units of registrations for which evidence from a realistic working environment was handed in: internal and external quality
-- assurance look into each of them (R106).
create view units_from_environments with (security_invoker = true) as
select distinct c.centre_id, c.registration_id, k.unit_id
  from evidence_versions v
  join claims c on c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null
  join criteria k on k.centre_id = c.centre_id and k.id = c.criterion_id
 where v.setting = 'realistic-working-environment' and v.state not in ('draft', 'withdrawn')
union
select distinct d.centre_id, d.registration_id, k.unit_id
  from evidence_versions v
  join decision_criteria d on d.centre_id = v.centre_id and d.evidence_id = v.evidence_id and d.version = v.version and d.superseded_by is null
  join criteria k on k.centre_id = d.centre_id and k.id = d.criterion_id
 where v.setting = 'realistic-working-environment' and v.state <> 'withdrawn';
