-- BLOCK select_planned_for
-- The registration, for those for whom it exists; one that has ended is read.
select r.id as registration_id, r.learner_id, r.withdrawn_at is null as "open!",
       array(select distinct v.seen_as from visible_registrations($actor) v where v.registration_id = r.id) as "seen_as!"
  from registrations r
 where r.centre_id = current_centre() and r.id = $registration_id
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = r.id)

-- BLOCK lock_planned_for
-- The registration while it has not ended, held: of two requests for one entry the second finds what the first made, and the learner is not moved to another
-- version meanwhile.
select r.id as registration_id, r.learner_id,
       array(select distinct v.seen_as from visible_registrations($actor) v where v.registration_id = r.id) as "seen_as!"
  from registrations r
 where r.centre_id = current_centre() and r.id = $registration_id and r.withdrawn_at is null
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = r.id)
   for no key update of r

-- BLOCK lock_plan_entry
-- Of a registration that has not ended, which is held until the change is made; it is held first, as whoever moves the learner does.
-- TYPE kind: import('#domain/planning/plan-entry.ts').PlanKind
-- TYPE criterion_ids: string[]
select e.id, e.registration_id, r.learner_id, e.kind, e.planned_for, e.text, e.planned_by, e.withdrawn_at,
       array(select c.criterion_id from plan_entry_criteria c where c.centre_id = e.centre_id and c.plan_entry_id = e.id and c.taken_out_at is null) as "criterion_ids!",
       array(select distinct v.seen_as from visible_registrations($actor) v where v.registration_id = e.registration_id) as "seen_as!"
  from plan_entries e join registrations r on r.centre_id = e.centre_id and r.id = e.registration_id and r.withdrawn_at is null
 where e.centre_id = current_centre() and e.id = $plan_entry_id
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = e.registration_id)
   for key share of r for update of e

-- BLOCK count_chosen_criteria
-- How many of these stand in units that the registration has chosen.
select count(*)::int as "chosen!"
  from criteria c
  join registration_units u on u.centre_id = c.centre_id and u.unit_id = c.unit_id and u.registration_id = $registration_id
 where c.centre_id = current_centre() and c.id = any($criterion_ids::uuid[])

-- BLOCK insert_plan_entry
insert into plan_entries (centre_id, id, registration_id, kind, planned_for, text, planned_by, planned_as, planned_at, said_at)
values (current_centre(), $id, $registration_id, $kind, $planned_for, $text, $by, $as, $at, $at)

-- BLOCK insert_all_plan_entry_criteria
insert into plan_entry_criteria (centre_id, plan_entry_id, criterion_id)
select current_centre(), $plan_entry_id, c from unnest($criterion_ids::uuid[]) c
    on conflict (centre_id, plan_entry_id, criterion_id) do update set taken_out_at = null

-- BLOCK update_all_taken_out
update plan_entry_criteria set taken_out_at = $at
 where centre_id = current_centre() and plan_entry_id = $plan_entry_id and not criterion_id = any($criterion_ids::uuid[])

-- BLOCK update_plan_entry
update plan_entries set kind = $kind, planned_for = $planned_for, text = $text, said_at = $at
 where centre_id = current_centre() and id = $plan_entry_id

-- BLOCK update_withdrawn_plan_entry
update plan_entries set withdrawn_by = $by, withdrawn_at = $at, withdrawn_reason = $reason
 where centre_id = current_centre() and id = $plan_entry_id

-- BLOCK count_evidence_on_plan
-- Evidence that was handed in and names this entry.
select count(distinct v.evidence_id)::int as "evidence!" from evidence_versions v
 where v.centre_id = current_centre() and v.plan_entry_id = $plan_entry_id and v.state not in ('draft', 'withdrawn')

-- BLOCK list_plan_entries
-- TYPE kind: import('#domain/planning/plan-entry.ts').PlanKind
-- TYPE criteria: { id: string; number: string; unitId: string; unitNumber: string | null; unitTitle: string }[]
-- TYPE evidence: { id: string; number: number; title: string; state: string }[]
with seen as (
  select v.registration_id, array_agg(distinct v.seen_as) as seen_as
    from visible_registrations($actor) v
   where ($registration_id::uuid is null or v.registration_id = $registration_id)
     and ($learner_id::uuid is null or v.learner_id = $learner_id)
   group by v.registration_id
)
select e.id, r.id as registration_id, r.learner_id, l.name as learner_name, q.title as qualification, e.kind, e.planned_for, e.text,
       e.planned_by, w.name as planned_by_name, e.planned_as, e.planned_at, e.said_at,
       r.withdrawn_at is null as "open!", e.withdrawn_at, e.withdrawn_reason, g.name as "withdrawn_by_name?", s.seen_as as "seen_as!",
       (select jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'unitId', u.id, 'unitNumber', u.number, 'unitTitle', u.title)
                         order by p.position, u.title, o.position, c.position)
          from plan_entry_criteria x
          join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
          join outcomes o on o.centre_id = c.centre_id and o.id = c.outcome_id
          join units u on u.centre_id = c.centre_id and u.id = c.unit_id
          left join unit_places p on p.centre_id = u.centre_id and p.version_id = r.version_id and p.unit_id = u.id
         where x.centre_id = e.centre_id and x.plan_entry_id = e.id and x.taken_out_at is null) as "criteria!",
       (select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'number', n.number, 'title', v.title, 'state', v.state) order by n.number), '[]')
          from evidence_versions v
          join evidence n on n.centre_id = v.centre_id and n.id = v.evidence_id
         where v.centre_id = e.centre_id and v.plan_entry_id = e.id and v.state <> 'withdrawn'
           and v.version = (select max(m.version) from evidence_versions m where m.centre_id = v.centre_id and m.evidence_id = v.evidence_id)) as "evidence!"
  from seen s
  join registrations r on r.centre_id = current_centre() and r.id = s.registration_id
  -- Of a registration before a move, those that went along with it stand there as well.
  left join registration_moves m on m.centre_id = r.centre_id and m.from_id = $registration_id and m.from_id = r.id
  join plan_entries e on e.centre_id = r.centre_id and (e.registration_id = r.id or e.id = any(m.plan_entry_ids))
  join qualification_versions q on q.centre_id = r.centre_id and q.id = r.version_id
  join identity.people l on l.id = r.learner_id
  join identity.people w on w.id = e.planned_by
  left join identity.people g on g.id = e.withdrawn_by
 where ($coming_on::date is null
        or (e.planned_for >= $coming_on and e.withdrawn_at is null and r.withdrawn_at is null
            and s.seen_as && array['learner', 'trainee-assessor', 'assessor', 'countersigner', 'mentor']))
 order by e.planned_for, e.planned_at, e.id

-- BLOCK update_all_moved_plan_entries
-- They go on in the registration that follows, as themselves, because evidence names them; their criteria are those carried over.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
with moved as (
  update plan_entries e set registration_id = $to_id
   where e.centre_id = current_centre() and e.id = any($plan_ids::uuid[]) and e.registration_id = $from_id
  returning e.id
), pairs as (
  select c.plan_entry_id, c.criterion_id, (k->>'to')::uuid as becomes
    from moved m
    join plan_entry_criteria c on c.centre_id = current_centre() and c.plan_entry_id = m.id and c.taken_out_at is null
    left join jsonb_array_elements($carried::jsonb) k on (k->>'from')::uuid = c.criterion_id
), gone as (
  update plan_entry_criteria c set taken_out_at = $at
    from pairs p
   where c.centre_id = current_centre() and c.plan_entry_id = p.plan_entry_id and c.criterion_id = p.criterion_id and p.becomes is distinct from p.criterion_id
)
insert into plan_entry_criteria (centre_id, plan_entry_id, criterion_id)
select current_centre(), p.plan_entry_id, p.becomes from pairs p where p.becomes <> p.criterion_id
on conflict (centre_id, plan_entry_id, criterion_id) do update set taken_out_at = null
