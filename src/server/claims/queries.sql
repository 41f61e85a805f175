-- BLOCK list_standing_claims
select c.registration_id, c.criterion_id from claims c
 where c.centre_id = current_centre() and c.evidence_id = $evidence_id and c.version = $version and c.withdrawn_at is null

-- BLOCK list_claimable_keys
-- Every criterion of the units chosen in the learner's registrations, of those asked for. The registrations are held until the
-- claims are made, so that none is moved to another version meanwhile.
select r.id as registration_id, c.id as criterion_id
  from registrations r
  join registration_units u on u.centre_id = r.centre_id and u.registration_id = r.id
  join criteria c on c.centre_id = u.centre_id and c.unit_id = u.unit_id
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null and c.id = any($criterion_ids::uuid[])
   for key share of r

-- BLOCK insert_all_claims
-- TYPE keys: import('#domain/decisions/layers.ts').CriterionKey[]
insert into claims (centre_id, registration_id, criterion_id, evidence_id, version, claimed_by, claimed_at)
select current_centre(), (k->>'registrationId')::uuid, (k->>'criterionId')::uuid, $evidence_id, $version, $actor, $at
  from jsonb_array_elements($keys::jsonb) k
    on conflict do nothing

-- BLOCK update_all_withdrawn
-- A tick taken away keeps its dates.
-- TYPE keys: import('#domain/decisions/layers.ts').CriterionKey[]
update claims c set withdrawn_at = $at
  from jsonb_array_elements($keys::jsonb) k
 where c.centre_id = current_centre() and c.evidence_id = $evidence_id and c.version = $version and c.withdrawn_at is null
   and c.registration_id = (k->>'registrationId')::uuid and c.criterion_id = (k->>'criterionId')::uuid

-- BLOCK list_claims
-- TYPE kind: import('#domain/qualifications/specification.ts').CriterionKind
-- Every standing claim on one piece of evidence, in the order of the specification.
select x.version, x.registration_id, x.criterion_id, c.number, c.text, c.kind, u.id as unit_id, u.number as unit_number, u.title as unit_title,
       q.title as qualification, x.claimed_at, x.claimed_by, a.name as claimed_by_name
  from claims x
  join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
  join outcomes o on o.centre_id = c.centre_id and o.id = c.outcome_id
  join units u on u.centre_id = c.centre_id and u.id = c.unit_id
  join registrations r on r.centre_id = x.centre_id and r.id = x.registration_id
  join qualification_versions q on q.centre_id = r.centre_id and q.id = r.version_id
  left join unit_places p on p.centre_id = r.centre_id and p.version_id = r.version_id and p.unit_id = u.id
  join identity.people a on a.id = x.claimed_by
 where x.centre_id = current_centre() and x.evidence_id = $evidence_id and x.withdrawn_at is null
 order by q.title, p.position, o.position, c.position

-- BLOCK list_claimable
-- TYPE parts: import('#domain/qualifications/specification.ts').LetteredPart[]
-- TYPE state: import('#domain/progress/standing.ts').StandingState
-- TYPE kind: import('#domain/qualifications/specification.ts').CriterionKind
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE occasions: Pick<import('#domain/coverage/occasions.ts').Occasion, 'criteria' | 'setting'>[]
-- TYPE planned: import('#domain/planning/plan-entry.ts').PlannedFact | null
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE kept: { seen: boolean } | null
-- TYPE kinds_off: import('#domain/evidence/evidence.ts').EvidenceType[]
-- TYPE set_up: import('#domain/settings/checklists.ts').SetUpFact | null
-- The learner's chosen units down to the criteria, with where each stands, and the kind of the evidence that would be put to them.
select r.id as registration_id, r.version_id, coalesce(m.switched_off, '{}') as "kinds_off!", q.title as qualification, u.id as unit_id, u.number as unit_number, u.title as unit_title,
       o.id as outcome_id, o.number as outcome_number, o.title as outcome_title, c.id as criterion_id, c.number, c.text, c.parts, c.kind, c.verb, c.plural, s.state as "state?",
       s.evidence_id is distinct from $evidence_id as "elsewhere!", v.type as "type?",
       v.shown_on as "shown_on?", v.planned, v.setting as "setting?", coalesce(v.simulation_reason, '') as "simulation_reason!", v.set_up, v.occasions, v.kept
  from registrations r
  join qualification_versions q on q.centre_id = r.centre_id and q.id = r.version_id
  join registration_units x on x.centre_id = r.centre_id and x.registration_id = r.id
  join units u on u.centre_id = x.centre_id and u.id = x.unit_id
  join outcomes o on o.centre_id = u.centre_id and o.unit_id = u.id
  join criteria c on c.centre_id = o.centre_id and c.outcome_id = o.id
  left join unit_places p on p.centre_id = r.centre_id and p.version_id = r.version_id and p.unit_id = u.id
  left join standing_methods m on m.centre_id = r.centre_id and m.version_id = r.version_id
  left join criterion_progress s on s.centre_id = r.centre_id and s.registration_id = r.id and s.criterion_id = c.id
  left join lateral (select n.type, n.shown_on, n.setting, n.simulation_reason, case when n.set_up_id is not null then set_up_fact(n.set_up_id) end as set_up,
       (select jsonb_agg(jsonb_build_object('criteria', w.criteria, 'setting', w.own_setting))
          from evidence_occasions w where w.centre_id = n.centre_id and w.evidence_id = n.evidence_id and w.version = n.version) as occasions,
       case when coalesce((n.record->>'keptElsewhere')::boolean, false)
            then jsonb_build_object('seen', exists (select 1 from evidence_sightings s where s.centre_id = n.centre_id and s.evidence_id = n.evidence_id and s.version = n.version)) end as kept,
       (select jsonb_build_object('kind', p.kind, 'visibleFrom', (p.said_at at time zone 'Europe/London')::date, 'withdrawn', p.withdrawn_at is not null)
          from plan_entries p where p.centre_id = n.centre_id and p.id = n.plan_entry_id) as planned
       from evidence_versions n where n.centre_id = r.centre_id and n.evidence_id = $evidence_id order by n.version desc limit 1) v on true
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
 order by q.title, r.id, p.position, u.title, o.position, c.position

-- BLOCK list_undecided_claims
-- Claims of a registration on evidence that waits, without a qualified assessor's word, and what is in question.
select c.criterion_id as "criterion_id!", c.evidence_id as "evidence_id!", e.number as "number!"
  from claims c
  join evidence_versions v on v.centre_id = c.centre_id and v.evidence_id = c.evidence_id and v.version = c.version and v.state in ('submitted', 'under-review')
  join evidence e on e.centre_id = c.centre_id and e.id = c.evidence_id
 where c.centre_id = current_centre() and c.registration_id = $registration_id and c.withdrawn_at is null
   and not exists (select 1 from decision_criteria d where d.centre_id = c.centre_id and d.evidence_id = c.evidence_id and d.version = c.version and d.layer = 'assessor'
                      and d.registration_id = c.registration_id and d.criterion_id = c.criterion_id and d.superseded_by is null)
union
select q.criterion_id, q.evidence_id, e.number
  from question_criteria q join evidence e on e.centre_id = q.centre_id and e.id = q.evidence_id
 where q.centre_id = current_centre() and q.registration_id = $registration_id and q.answered_at is null

-- BLOCK insert_all_carried_claims
-- The same claims in the registration that follows, by whoever made them, on the day on which they did.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
insert into claims (centre_id, registration_id, criterion_id, evidence_id, version, claimed_by, claimed_at, carried_by)
select c.centre_id, $to_id, (k->>'to')::uuid, c.evidence_id, c.version, c.claimed_by, c.claimed_at, $move_id
  from claims c join jsonb_array_elements($carried::jsonb) k on (k->>'from')::uuid = c.criterion_id
 where c.centre_id = current_centre() and c.registration_id = $from_id and c.withdrawn_at is null

-- BLOCK update_all_ended_claims
-- The claims of a registration that has ended wait for nobody; they keep their dates, and end at its own moment.
update claims c set withdrawn_at = $at where c.centre_id = current_centre() and c.registration_id = $from_id and c.withdrawn_at is null
