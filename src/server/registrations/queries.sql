-- BLOCK list_registrations
-- TYPE people: { role: import('#domain/people/roles.ts').AllocationRole; person: { id: string; name: string } }[]
-- What exists for the actor, each with the people named on it now and its figures; `total` counts all pages.
select r.id, r.learner_id, l.name as learner_name, v.title as qualification, v.number, v.level, r.registered_on,
       coalesce(p.criteria, 0) as "criteria!", coalesce(p.claimed, 0) as "claimed!", coalesce(p.provisional, 0) as "provisional!", coalesce(p.confirmed, 0) as "confirmed!",
       (select count(*) from registration_units u where u.centre_id = r.centre_id and u.registration_id = r.id) as "units!",
       (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'person', jsonb_build_object('id', a.person_id, 'name', n.name)) order by a.role), '[]')
          from allocations a join identity.people n on n.id = a.person_id
         where a.centre_id = r.centre_id and a.registration_id = r.id and a.ended_at is null) as "people!",
       count(*) over () as "total!"
  from (select distinct registration_id from visible_registrations($actor)) x
  join registrations r on r.centre_id = current_centre() and r.id = x.registration_id and r.withdrawn_at is null
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join identity.people l on l.id = r.learner_id
  left join registration_progress p on p.centre_id = r.centre_id and p.registration_id = r.id
 where (strpos(lower(l.name), lower($search)) > 0 or strpos(lower(v.title), lower($search)) > 0 or strpos(coalesce(v.number, ''), $search) > 0)
   and ($qualification_id::uuid is null or v.qualification_id = $qualification_id)
   and ($person_id::uuid is null or exists (
         select 1 from allocations a where a.centre_id = r.centre_id and a.registration_id = r.id and a.person_id = $person_id and a.ended_at is null))
 order by case $sort::text when 'learner' then lower(l.name) when 'registered' then r.registered_on::text when 'qualification' then lower(v.title) end,
          case $sort::text when '-learner' then lower(l.name) when '-registered' then r.registered_on::text when '-qualification' then lower(v.title) end desc,
          lower(l.name), v.title, r.id
 limit $size::integer offset $skip::integer

-- BLOCK select_registration
-- TYPE other_numbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
select r.id, v.qualification_id, a.other_numbers as "other_numbers!", r.learner_id, l.name as learner_name, r.version_id, v.title as qualification, v.number, v.level, v.awarding_organisation, v.framework,
       r.registered_on, b.name as registered_by, r.withdrawn_at as ended_at
  from registrations r
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join standing_accreditations a on a.centre_id = v.centre_id and a.qualification_id = v.qualification_id
  join identity.people l on l.id = r.learner_id
  join identity.people b on b.id = r.registered_by
 where r.centre_id = current_centre() and r.id = $registration_id
   and exists (select 1 from visible_registrations($actor) x where x.registration_id = r.id)

-- BLOCK lock_registration
-- Two changes to one registration happen one after the other; a claim being made meanwhile holds its key and is waited for.
select r.id, r.learner_id, r.version_id, v.qualification_id, v.level, r.withdrawn_at as ended_at
  from registrations r join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
 where r.centre_id = current_centre() and r.id = $registration_id
   and exists (select 1 from visible_registrations($actor) x where x.registration_id = r.id)
   for update of r

-- BLOCK list_units_of_registration
select u.unit_id, p.title as "title!", p.number, p.mandatory as "mandatory!"
  from registration_units u
  join registrations r on r.centre_id = u.centre_id and r.id = u.registration_id
  join placed_units p on p.centre_id = u.centre_id and p.version_id = r.version_id and p.unit_id = u.unit_id
 where u.centre_id = current_centre() and u.registration_id = $registration_id
 order by p.position

-- BLOCK list_allocations
-- TYPE facts: import('#domain/competence/authority.ts').AuthorityFacts | null
-- Now and before; `holds_role` while the person holds a role that the place needs.
select a.role, a.person_id, p.name, a.allocated_at as since, a.ended_at,
       exists (select 1 from role_grants g
                where g.centre_id = a.centre_id and g.person_id = a.person_id and g.ended_at is null
                  and case a.role when 'countersigner' then g.role = 'assessor'
                                  when 'iqa' then g.role in ('iqa', 'lead-iqa')
                                  else g.role::text = a.role::text end) as "holds_role!",
       (select f.facts from authority_facts f where f.centre_id = a.centre_id and f.person_id = a.person_id and a.ended_at is null) as facts,
       exists (select 1 from barring_conflicts c where c.centre_id = a.centre_id and c.person_id = a.person_id and c.learner_id = r.learner_id) as "barred!"
  from allocations a join identity.people p on p.id = a.person_id join registrations r on r.centre_id = a.centre_id and r.id = a.registration_id
 where a.centre_id = current_centre() and a.registration_id = $registration_id
 order by a.ended_at is not null, a.role, a.allocated_at desc

-- BLOCK list_offered_units
select p.version_id as "version_id!", p.unit_id as "unit_id!", p.mandatory as "mandatory!", p.code as "code!", p.reference, p.number
  from placed_units p
 where p.centre_id = current_centre() and p.version_id = any ($version_ids::uuid[])
 order by p.version_id, p.position

-- BLOCK list_versions
-- TYPE dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
-- TYPE successors: string[]
-- The dates are those that count now, which may have been moved since the version was published.
select v.id, v.qualification_id, v.level, v.title, s.dates as "dates!", s.accredited_from, s.accredited_to, s.successors as "successors!"
  from qualification_versions v join registration_facts s on s.centre_id = v.centre_id and s.qualification_id = v.qualification_id
 where v.centre_id = current_centre() and v.id = any ($version_ids::uuid[])

-- BLOCK list_roles_held
-- TYPE facts: import('#domain/competence/authority.ts').AuthorityFacts
-- The roles that people hold now, what their authority is computed from, and the learners whom a conflict of interest keeps them from.
select h.person_id, h.roles as "roles!", f.facts as "facts!",
       array(select c.learner_id from barring_conflicts c where c.centre_id = current_centre() and c.person_id = h.person_id) as "barred_from!"
  from (select g.person_id, array_agg(g.role::text) as roles from role_grants g
         where g.centre_id = current_centre() and g.person_id = any ($person_ids::uuid[]) and g.ended_at is null
         group by g.person_id) h
  join authority_facts f on f.centre_id = current_centre() and f.person_id = h.person_id

-- BLOCK list_registered_before
select r.learner_id, r.version_id from registrations r
 where r.centre_id = current_centre() and r.learner_id = any ($learner_ids::uuid[])

-- BLOCK insert_all_registrations
insert into registrations (centre_id, id, learner_id, version_id, registered_on, registered_at, registered_by)
select current_centre(), t.id, t.learner_id, t.version_id, t.registered_on, $at, $by
  from unnest($ids::uuid[], $learner_ids::uuid[], $version_ids::uuid[], $days::date[]) as t (id, learner_id, version_id, registered_on)
on conflict (centre_id, learner_id, version_id) do nothing
returning id

-- BLOCK insert_all_portfolios
insert into portfolios (centre_id, learner_id)
select distinct current_centre(), l from unnest($learner_ids::uuid[]) l
on conflict do nothing

-- BLOCK insert_all_registration_units
insert into registration_units (centre_id, registration_id, unit_id, chosen_at)
select current_centre(), t.registration_id, t.unit_id, $at from unnest($registration_ids::uuid[], $unit_ids::uuid[]) as t (registration_id, unit_id)

-- BLOCK insert_all_unit_selections
-- Names are kept as they are now: an agreement is read years later.
insert into unit_selections (centre_id, registration_id, unit_ids, level_reason, funding, learner_name, assessor_id, assessor_name, options_reason, selected_by, selected_at)
select current_centre(), r.id, t.s->'unitIds', t.s->>'levelReason', t.s->>'funding',
       case when t.s->>'reason' is null then null else l.name end, a.id, coalesce(a.name, t.s->>'assessorName'), t.s->>'reason', $by, $at
  from jsonb_array_elements($selections::jsonb) t (s)
  join registrations r on r.centre_id = current_centre() and r.id = (t.s->>'registrationId')::uuid
  join identity.people l on l.id = r.learner_id
  left join identity.people a on a.id = (t.s->>'assessorId')::uuid

-- BLOCK list_unit_selections
-- TYPE units: { unitId: string; title: string; number: string | null; mandatory: boolean }[]
-- TYPE funding: import('#domain/registrations/selection.ts').Funding
-- The newest first.
select s.id, s.level_reason, s.funding, s.learner_name, s.assessor_name, s.options_reason, b.name as selected_by, s.selected_at,
       coalesce((select jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'title', p.title, 'number', p.number, 'mandatory', p.mandatory) order by p.position)
                   from placed_units p where p.centre_id = s.centre_id and p.version_id = r.version_id and s.unit_ids ? p.unit_id::text), '[]') as "units!"
  from unit_selections s
  join registrations r on r.centre_id = s.centre_id and r.id = s.registration_id
  join identity.people b on b.id = s.selected_by
 where s.centre_id = current_centre() and s.registration_id = $registration_id
 order by s.selected_at desc, s.id

-- BLOCK delete_registration_units
delete from registration_units u
 where u.centre_id = current_centre() and u.registration_id = $registration_id and u.unit_id = any ($unit_ids::uuid[])

-- BLOCK list_begun_units
-- How much has been claimed or decided in these units of the registration.
select u.id as unit_id, u.title,
       (select count(*) from claims c join criteria k on k.centre_id = c.centre_id and k.id = c.criterion_id and k.unit_id = u.id
         where c.centre_id = u.centre_id and c.registration_id = $registration_id and c.withdrawn_at is null) as "claims!",
       (select count(*) from decision_criteria d join criteria k on k.centre_id = d.centre_id and k.id = d.criterion_id and k.unit_id = u.id
         where d.centre_id = u.centre_id and d.registration_id = $registration_id and d.superseded_by is null) as "decisions!"
  from units u where u.centre_id = current_centre() and u.id = any ($unit_ids::uuid[])

-- BLOCK list_achieved_units
-- The units of the registration in which every criterion is confirmed.
select u.unit_id from registration_units u
  join units t on t.centre_id = u.centre_id and t.id = u.unit_id and t.criterion_count > 0
 where u.centre_id = current_centre() and u.registration_id = $registration_id
   and t.criterion_count = (select count(*) from criterion_progress p
                             where p.centre_id = u.centre_id and p.registration_id = u.registration_id and p.unit_id = u.unit_id and p.state = 'confirmed')

-- BLOCK list_standing_states
-- TYPE state: import('#domain/progress/standing.ts').StandingState
-- Where the learner has come in each criterion that has anything.
select p.criterion_id, p.state from criterion_progress p
 where p.centre_id = current_centre() and p.registration_id = $registration_id

-- BLOCK insert_all_allocations
insert into allocations (centre_id, registration_id, person_id, role, allocated_at, allocated_by)
select current_centre(), t.registration_id, t.person_id, t.role::allocation_role, $at, $by
  from unnest($registration_ids::uuid[], $person_ids::uuid[], $roles::text[]) as t (registration_id, person_id, role)

-- BLOCK update_all_ended_allocations
update allocations a set ended_at = $at, ended_by = $by
 where a.centre_id = current_centre() and a.registration_id = $registration_id and a.role = $role and a.ended_at is null
returning a.person_id

-- BLOCK update_ended_registration
update registrations set withdrawn_at = $at where centre_id = current_centre() and id = $registration_id

-- BLOCK list_moves
-- The moves to and from a registration, each with what stands on the other side.
select m.to_id = o.id as "forward!", o.id as registration_id, v.title as qualification, v.version, p.name as by, m.moved_at as at, m.reason
  from registration_moves m
  join registrations o on o.centre_id = m.centre_id and o.id in (m.from_id, m.to_id) and o.id <> $registration_id
  join qualification_versions v on v.centre_id = o.centre_id and v.id = o.version_id
  join identity.people p on p.id = m.moved_by
 where m.centre_id = current_centre() and $registration_id in (m.from_id, m.to_id)
