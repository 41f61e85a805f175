-- A conflict of interest between somebody who judges and a learner: declared, managed, ended; none is taken away. While it
-- stands the person may not judge or sample that learner, unless it is managed by sampling everything they decide.
create table conflicts (
  centre_id      uuid not null references centres,
  id             uuid not null default gen_random_uuid(),
  person_id      uuid not null references identity.people,
  learner_id     uuid not null references identity.people,
  kind           text not null check (kind in ('family', 'friend', 'works-together', 'line-management', 'financial', 'other')),
  about          text not null,
  declared_by    uuid not null references identity.people,
  declared_at    timestamptz not null,
  managed_by_way text check (managed_by_way in ('other-assessor', 'full-sampling')),
  managed_how    text,
  managed_by     uuid references identity.people,
  managed_at     timestamptz,
  end_reason     text,
  ended_by       uuid references identity.people,
  ended_at       timestamptz,
  primary key (centre_id, id),
  check (person_id <> learner_id)
);
create index conflicts_person on conflicts (centre_id, person_id) where ended_at is null;
create index conflicts_learner on conflicts (centre_id, learner_id);
select protect_by_centre('conflicts');

-- Those that keep somebody from judging.
create view barring_conflicts with (security_invoker = true) as
select c.centre_id, c.person_id, c.learner_id from conflicts c
 where c.ended_at is null and c.managed_by_way is distinct from 'full-sampling';

create or replace view entitled_places with (security_invoker = true) as
select a.centre_id, a.registration_id, a.person_id, a.role, e.from_day, e.until_day
  from allocations a
  join registrations r on r.centre_id = a.centre_id and r.id = a.registration_id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join entitlements e on e.centre_id = a.centre_id and e.person_id = a.person_id
       and e.role = case a.role when 'iqa' then 'iqa' else 'assessor' end
       and (e.qualified or a.role in ('trainee-assessor', 'iqa'))
       and (e.qualification_id is null or e.qualification_id = v.qualification_id)
       and (e.levels is null or v.level is null or v.level = any (e.levels))
 where a.ended_at is null and a.role <> 'mentor'
   and not exists (select 1 from barring_conflicts c where c.centre_id = a.centre_id and c.person_id = a.person_id and c.learner_id = r.learner_id)
   and exists (select 1 from role_grants g
                where g.centre_id = a.centre_id and g.person_id = a.person_id and g.ended_at is null
                  and case a.role when 'countersigner' then g.role = 'assessor'
                                  when 'iqa' then g.role in ('iqa', 'lead-iqa')
                                  else g.role::text = a.role::text end);
