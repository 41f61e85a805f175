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

-- BLOCK select_person
-- Somebody who holds, or held, a role in this centre.
select p.id as person_id, p.name from identity.people p
 where p.id = $person_id and exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = p.id)

-- BLOCK lock_award
select a.id, a.person_id, a.role, a.kind, a.title, a.since, a.until_day, a.declared from staff_awards a
 where a.centre_id = current_centre() and a.id = $award_id and a.person_id = $person_id for update

-- BLOCK lock_scope
select s.id, s.person_id, s.until_day from authority_scopes s
 where s.centre_id = current_centre() and s.id = $scope_id and s.person_id = $person_id for update

-- BLOCK insert_award
insert into staff_awards (centre_id, person_id, role, kind, title, since, until_day, declared, evidence, shown_by, shown_at, recorded_by, recorded_at)
values (current_centre(), $person_id, $role, $kind, $title, $since, $until, $evidence::text is null, $evidence,
        case when $evidence::text is null then null else $by::uuid end, case when $evidence::text is null then null else $at::timestamptz end, $by, $at)
returning id

-- BLOCK update_shown_award
update staff_awards set declared = false, title = $title, evidence = $evidence, shown_by = $by, shown_at = $at where centre_id = current_centre() and id = $award_id

-- BLOCK update_ended_award
update staff_awards set until_day = $until, ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $award_id

-- BLOCK update_all_ended_declared_awards
-- What was only declared gives way to what is recorded, from its first day on.
update staff_awards set until_day = case when since < $since::date then $since::date - 1 else since - 1 end, ended_by = $by, ended_at = $at
 where centre_id = current_centre() and person_id = $person_id and role = $role and declared and title is null and (until_day is null or until_day >= $since::date)
returning id, until_day as "until!"

-- BLOCK update_all_shortened_awards
-- Where a start is put right to an earlier day, the months counted from a later one end with the earlier.
update staff_awards set until_day = $until, ended_by = $by, ended_at = $at
 where centre_id = current_centre() and person_id = $person_id and role = $role and kind = 'working-towards' and until_day > $until::date
returning id, until_day as "until!"

-- BLOCK insert_all_scopes
insert into authority_scopes (centre_id, person_id, role, qualification_id, levels, from_day, until_day, declared, evidence, recorded_by, recorded_at)
select current_centre(), $person_id, $role, q.id, $levels::integer[], $from, $until, false, $evidence, $by, $at
  from (select null::uuid as id where $everything::boolean
        union all select q.id from qualifications q where q.centre_id = current_centre() and not $everything::boolean and q.id = any ($qualification_ids::uuid[])) q
returning id

-- BLOCK update_all_ended_declared_scopes
-- The same for a scope: otherwise what was declared for everything would go on beside it.
update authority_scopes set until_day = case when from_day < $from::date then $from::date - 1 else from_day - 1 end, ended_by = $by, ended_at = $at
 where centre_id = current_centre() and person_id = $person_id and role = $role and declared and (until_day is null or until_day >= $from::date)
returning id, until_day as "until!"

-- BLOCK update_ended_scope
update authority_scopes set until_day = $until, ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $scope_id

-- BLOCK insert_all_competence_evidence
insert into competence_evidence (centre_id, person_id, role, level, requirement, text, reference, shown_on, recorded_by, recorded_at)
select current_centre(), $person_id, $role, l, $requirement, $text, $reference, $shown_on, $by, $at from unnest($levels::integer[]) l
returning id

-- BLOCK lock_competence_evidence
select e.id, e.person_id, e.ended_at from competence_evidence e
 where e.centre_id = current_centre() and e.id = $competence_evidence_id and e.person_id = $person_id for update

-- BLOCK update_ended_competence_evidence
update competence_evidence set end_reason = $reason, ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $competence_evidence_id

-- BLOCK insert_cpd
insert into cpd_entries (centre_id, person_id, done_on, hours, activity, learned, recorded_at)
values (current_centre(), $person_id, $done_on, $hours::float8, $activity, $learned, $at) returning id

-- BLOCK lock_cpd
select c.id, c.person_id, c.ended_at from cpd_entries c where c.centre_id = current_centre() and c.id = $cpd_id and c.person_id = $person_id for update

-- BLOCK update_ended_cpd
update cpd_entries set end_reason = $reason, ended_at = $at where centre_id = current_centre() and id = $cpd_id

-- BLOCK insert_requirement_confirmation
insert into requirement_confirmations (centre_id, role, applies, source, confirmed_by, confirmed_at)
values (current_centre(), $role, $applies::text[], $source, $by, $at) returning id

-- BLOCK list_requirement_confirmations
-- The newest of each role.
select distinct on (c.role) c.role, c.applies, c.source, p.name as by, c.confirmed_at as at
  from requirement_confirmations c join identity.people p on p.id = c.confirmed_by
 where c.centre_id = current_centre() order by c.role, c.confirmed_at desc, c.id

-- BLOCK list_competent_people
-- TYPE facts: import('#domain/competence/authority.ts').AuthorityFacts
-- TYPE evidence: import('#domain/competence/requirements.ts').Shown[]
-- TYPE shown_awards: string[]
-- TYPE titles: Record<string, string>
-- Everybody who holds a role that judges or verifies, once for each competence it calls for; one person alone where asked.
select h.person_id, p.name, h.role as "role!", f.facts as "facts!",
       coalesce((select jsonb_agg(jsonb_build_object('level', e.level, 'requirement', e.requirement)) from competence_evidence e
                  where e.centre_id = current_centre() and e.person_id = h.person_id and e.role = h.role and e.ended_at is null), '[]') as "evidence!",
       coalesce((select jsonb_agg(a.id) from staff_awards a
                  where a.centre_id = current_centre() and a.person_id = h.person_id and a.role = h.role and not a.declared), '[]') as "shown_awards!",
       coalesce((select jsonb_object_agg(q.id, q.title) from authority_scopes s join qualifications q on q.centre_id = s.centre_id and q.id = s.qualification_id
                  where s.centre_id = current_centre() and s.person_id = h.person_id and s.role = h.role), '{}') as "titles!",
       (select max(c.done_on) from cpd_entries c where c.centre_id = current_centre() and c.person_id = h.person_id and c.ended_at is null) as last_cpd,
       (select count(distinct a.registration_id)::int from allocations a join registrations r on r.centre_id = a.centre_id and r.id = a.registration_id and r.withdrawn_at is null
         where a.centre_id = current_centre() and a.person_id = h.person_id and a.ended_at is null
           and (h.role = 'iqa') = (a.role = 'iqa') and a.role <> 'mentor' and h.role <> 'eqa') as "registrations!"
  from (select distinct g.person_id, k.role
          from role_grants g
          join (values ('trainee-assessor', 'assessor'), ('assessor', 'assessor'), ('iqa', 'iqa'), ('lead-iqa', 'iqa'), ('eqa', 'eqa')) k (held, role) on k.held = g.role::text
         where g.centre_id = current_centre() and g.ended_at is null and ($person_id::uuid is null or g.person_id = $person_id)) h
  join identity.people p on p.id = h.person_id
  join authority_facts f on f.centre_id = current_centre() and f.person_id = h.person_id
 order by lower(p.name), p.id, h.role

-- BLOCK list_offered_levels
select distinct v.level as "level!" from qualification_versions v where v.centre_id = current_centre() and v.level is not null order by 1

-- BLOCK list_awards
-- TYPE role: import('#domain/competence/authority.ts').CompetenceRole
-- TYPE kind: import('#domain/competence/authority.ts').AwardKind
select a.id, a.role, a.kind, a.title, a.since, a.until_day as until, a.declared, a.evidence, s.name as "shown_by?", a.shown_at, r.name as "recorded_by?", a.recorded_at
  from staff_awards a left join identity.people s on s.id = a.shown_by left join identity.people r on r.id = a.recorded_by
 where a.centre_id = current_centre() and a.person_id = $person_id
 order by a.role, a.since desc, a.recorded_at desc

-- BLOCK list_scopes
-- TYPE role: import('#domain/competence/authority.ts').CompetenceRole
select s.id, s.role, s.qualification_id, q.title as "qualification?", s.levels, s.from_day as from, s.until_day as until, s.declared, s.evidence, r.name as "recorded_by?", s.recorded_at
  from authority_scopes s left join qualifications q on q.centre_id = s.centre_id and q.id = s.qualification_id left join identity.people r on r.id = s.recorded_by
 where s.centre_id = current_centre() and s.person_id = $person_id
 order by s.role, s.from_day desc, s.recorded_at desc, q.title

-- BLOCK list_competence_evidence
select e.id, e.role, e.level, e.requirement, e.text, e.reference, e.shown_on as on, p.name as by, e.recorded_at as at
  from competence_evidence e join identity.people p on p.id = e.recorded_by
 where e.centre_id = current_centre() and e.person_id = $person_id and e.ended_at is null
 order by e.shown_on desc, e.recorded_at desc

-- BLOCK list_cpd
select c.id, c.done_on as on, c.hours::float8 as hours, c.activity, c.learned, c.recorded_at
  from cpd_entries c where c.centre_id = current_centre() and c.person_id = $person_id and c.ended_at is null
 order by c.done_on desc, c.recorded_at desc

-- BLOCK list_qualifications
select q.id, q.title, q.number from qualifications q where q.centre_id = current_centre() order by q.title, q.number

-- BLOCK list_direct_models
-- TYPE met: { condition: string; metOn: string; evidence: string; by: string }[]
-- With whoever assesses under it now, the learners named to them, and the problems that are still open in the centre.
select m.id, m.qualification_id, q.title, m.employer, m.sector, m.size,
       coalesce((select jsonb_agg(jsonb_build_object('condition', c.condition, 'metOn', c.met_on, 'evidence', c.evidence, 'by', p.name))
                   from direct_model_conditions c join identity.people p on p.id = c.recorded_by where c.centre_id = m.centre_id and c.model_id = m.id), '[]') as "met!",
       (select count(distinct a.person_id)::int from staff_awards a
         where a.centre_id = m.centre_id and a.kind = 'employer-direct-model' and a.since <= $today::date and coalesce(a.until_day, 'infinity') >= $today::date
           and exists (select 1 from authority_scopes s where s.centre_id = a.centre_id and s.person_id = a.person_id and s.role = a.role
                          and (s.qualification_id is null or s.qualification_id = m.qualification_id) and coalesce(s.until_day, 'infinity') >= $today::date)) as "assessors!",
       (select count(distinct r.learner_id)::int from registrations r
          join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id and v.qualification_id = m.qualification_id
          join allocations l on l.centre_id = r.centre_id and l.registration_id = r.id and l.ended_at is null and l.role in ('assessor', 'countersigner')
          join staff_awards a on a.centre_id = r.centre_id and a.person_id = l.person_id and a.kind = 'employer-direct-model' and coalesce(a.until_day, 'infinity') >= $today::date
         where r.centre_id = m.centre_id and r.withdrawn_at is null) as "learners!",
       (select count(*)::int from quality_records k where k.centre_id = m.centre_id and k.kind = 'direct-model-problem' and k.closed_at is null) as "problems!"
  from direct_models m join qualifications q on q.centre_id = m.centre_id and q.id = m.qualification_id
 where m.centre_id = current_centre() order by q.title

-- BLOCK insert_all_direct_models
-- One for each qualification of this centre.
insert into direct_models (centre_id, qualification_id, employer, sector, size, recorded_by, recorded_at)
select current_centre(), q.id, $employer, $sector, $size, $by, $at from qualifications q where q.centre_id = current_centre() and q.id = $qualification_id
on conflict (centre_id, qualification_id) do nothing
returning id

-- BLOCK lock_direct_model
-- With whether the actor assesses, or will, under such a model themself.
select m.id, m.qualification_id,
       exists (select 1 from staff_awards a where a.centre_id = m.centre_id and a.person_id = $actor and a.kind = 'employer-direct-model' and coalesce(a.until_day, 'infinity') >= $today::date) as "assesses_under!"
  from direct_models m where m.centre_id = current_centre() and m.id = $model_id for update

-- BLOCK upsert_direct_model_condition
-- Recorded again, it carries the new day and words, and the ledger keeps the old ones.
insert into direct_model_conditions (centre_id, model_id, condition, met_on, evidence, recorded_by, recorded_at)
values (current_centre(), $model_id, $condition, $met_on, $evidence, $by, $at)
on conflict (centre_id, model_id, condition) do update
   set met_on = excluded.met_on, evidence = excluded.evidence, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
