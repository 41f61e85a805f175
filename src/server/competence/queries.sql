-- BLOCK insert_all_declared_scopes
-- For whoever has no open scope as such yet: everything that the centre offers, at every level.
insert into authority_scopes (centre_id, person_id, role, from_day, declared, recorded_by, recorded_at)
select distinct current_centre(), t.person_id, t.role, t.since, true, $by::uuid, $at::timestamptz
  from unnest($person_ids::uuid[], $roles::text[], $days::date[]) as t (person_id, role, since)
 where not exists (select 1 from authority_scopes s
                    where s.centre_id = current_centre() and s.person_id = t.person_id and s.role = t.role and (s.until_day is null or s.until_day >= $at::date))
returning id, person_id, role

-- BLOCK insert_all_declared_awards
-- For whoever has no award of that kind as such on record; one that was worked towards before is not begun anew.
insert into staff_awards (centre_id, person_id, role, kind, since, until_day, declared, recorded_by, recorded_at)
select distinct current_centre(), t.person_id, t.role, t.kind, t.since, t.until_day, true, $by::uuid, $at::timestamptz
  from unnest($person_ids::uuid[], $roles::text[], $kinds::text[], $days::date[], $limits::date[]) as t (person_id, role, kind, since, until_day)
 where not exists (select 1 from staff_awards a
                    where a.centre_id = current_centre() and a.person_id = t.person_id and a.role = t.role
                      and (a.kind = t.kind and (a.kind = 'working-towards' or a.until_day is null or a.until_day >= $at::date)
                           or t.kind = 'working-towards' and a.kind <> 'working-towards' and (a.until_day is null or a.until_day >= $at::date)
                           or t.kind = 'held' and a.kind = 'employer-direct-model' and (a.until_day is null or a.until_day >= $at::date)))
returning id, person_id, role, kind
