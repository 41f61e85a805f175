-- BLOCK select_coverage
-- Everything that the coverage of a registration's units is computed from, in one reading. Ticks of the learner and of a trainee
-- are told while they wait for a qualified word on that evidence; the assessor's count.
-- TYPE standings: Record<string, import('#domain/progress/standing.ts').StandingState>
-- TYPE occasions: import('#domain/coverage/occasions.ts').CountedOccasion[]
-- TYPE ticks: (import('#domain/coverage/coverage.ts').CoverageTick & { unitId: string })[]
-- TYPE records: (import('#domain/coverage/coverage.ts').WorkplaceRecord & { note: string; by: string; at: string })[]
-- TYPE preconditions: { unitId: string; id: string; kind: import('#domain/qualifications/preconditions.ts').PreconditionKind; text: string }[]
-- TYPE reviews: Record<string, { reading: import('#domain/coverage/reading.ts').UnitReading; by: string; at: string }>
-- TYPE enforcement: import('#domain/coverage/coverage.ts').Enforcement
select r.id as registration_id, r.learner_id, l.name as learner_name, r.version_id, r.withdrawn_at is null as "open!",
       coalesce((select array_agg(u.unit_id) from registration_units u where u.centre_id = r.centre_id and u.registration_id = r.id), '{}') as "unit_ids!",
       (select array_agg(a.role::text) from allocations a where a.centre_id = r.centre_id and a.registration_id = r.id and a.person_id = $actor and a.ended_at is null) as own_roles,
       (select s.enforcement from requirement_enforcements s where s.centre_id = r.centre_id and s.version_id = r.version_id order by s.set_at desc limit 1) as enforcement,
       coalesce((select jsonb_object_agg(c.criterion_id, c.state) from criterion_progress c
                  where c.centre_id = r.centre_id and c.registration_id = r.id and ($unit_id::uuid is null or c.unit_id = $unit_id)), '{}') as "standings!",
       coalesce((select jsonb_agg(jsonb_build_object('number', x.number, 'day', x.shown_on, 'customer', x.customer, 'setting', x.setting, 'channel', x.channel, 'seenBy', x.seen_by,
                                                     'type', x.type, 'evidence', jsonb_build_object('id', x.evidence_id, 'number', x.evidence_number, 'version', x.version), 'criteria', x.criteria)
                                  order by x.shown_on, x.evidence_number, x.number)
                   from (select o.evidence_id, e.number as evidence_number, o.version, o.number, o.shown_on, o.customer, o.setting, o.channel, o.seen_by, v.type,
                                jsonb_agg(distinct j.criterion_id) as criteria
                           from decision_criteria j
                           join criteria k on k.centre_id = j.centre_id and k.id = j.criterion_id and ($unit_id::uuid is null or k.unit_id = $unit_id)
                           join decisions d on d.centre_id = j.centre_id and d.id = j.decision_id
                           join evidence e on e.centre_id = j.centre_id and e.id = j.evidence_id
                           join evidence_versions v on v.centre_id = j.centre_id and v.evidence_id = j.evidence_id and v.version = j.version and v.state <> 'withdrawn'
                           join evidence_occasions o on o.centre_id = v.centre_id and o.evidence_id = v.evidence_id and o.version = v.version
                           left join decisions a on a.centre_id = o.centre_id and a.id = o.decision_id
                          where j.centre_id = r.centre_id and j.registration_id = r.id and j.layer = 'assessor' and j.outcome = 'met' and j.superseded_by is null
                            and o.shown_on is not null and not d.occasions_out @> to_jsonb(o.number) and (a.id is null or a.decided_at <= d.decided_at)
                            and (o.criteria is null or o.criteria @> to_jsonb(j.criterion_id::text))
                            and not exists (select 1 from question_criteria q where q.centre_id = j.centre_id and q.registration_id = j.registration_id and q.criterion_id = j.criterion_id
                                               and q.evidence_id = j.evidence_id and q.version = j.version and q.answered_at is null)
                          group by o.evidence_id, e.number, o.version, o.number, o.shown_on, o.customer, o.setting, o.channel, o.seen_by, v.type) x), '[]') as "occasions!",
       coalesce((select jsonb_agg(jsonb_build_object('unitId', t.unit_id, 'requirement', t.requirement, 'item', t.item, 'thing', t.thing, 'layer', t.layer, 'day', o.shown_on,
                                                     'evidence', jsonb_build_object('id', t.evidence_id, 'number', e.number, 'version', t.version)) order by o.shown_on, e.number)
                   from requirement_ticks t
                   join evidence e on e.centre_id = t.centre_id and e.id = t.evidence_id
                   join evidence_versions v on v.centre_id = t.centre_id and v.evidence_id = t.evidence_id and v.version = t.version and v.state <> 'withdrawn'
                   join evidence_occasions o on o.centre_id = t.centre_id and o.evidence_id = t.evidence_id and o.version = t.version and o.number = t.occasion and o.shown_on is not null
                  where t.centre_id = r.centre_id and t.registration_id = r.id and t.withdrawn_at is null and t.superseded_by is null and ($unit_id::uuid is null or t.unit_id = $unit_id)
                    -- While something of the unit is in question on this evidence, what was ticked on it is too.
                    and not exists (select 1 from question_criteria q join criteria k on k.centre_id = q.centre_id and k.id = q.criterion_id and k.unit_id = t.unit_id
                                     where q.centre_id = t.centre_id and q.registration_id = t.registration_id and q.evidence_id = t.evidence_id and q.version = t.version and q.answered_at is null)
                    -- An assessor's counts as long as the evidence still shows something of the unit.
                    and (t.layer = 'assessor'
                         and exists (select 1 from decision_criteria m join criteria k on k.centre_id = m.centre_id and k.id = m.criterion_id and k.unit_id = t.unit_id
                                      where m.centre_id = t.centre_id and m.evidence_id = t.evidence_id and m.version = t.version and m.registration_id = t.registration_id
                                        and m.layer = 'assessor' and m.outcome = 'met' and m.superseded_by is null)
                         or (v.state in ('submitted', 'under-review')
                             and not exists (select 1 from decision_criteria q where q.centre_id = t.centre_id and q.evidence_id = t.evidence_id and q.version = t.version
                                                and q.registration_id = t.registration_id and q.layer = 'assessor' and q.superseded_by is null)))), '[]') as "ticks!",
       coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind, 'person', w.person, 'relationship', w.relationship, 'day', w.agreed_on, 'note', w.note,
                                                     'preconditionId', w.precondition_id, 'by', b.name, 'at', to_char(w.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by w.recorded_at)
                   from workplace_records w join identity.people b on b.id = w.recorded_by
                  where w.centre_id = r.centre_id and w.registration_id = r.id and w.ended_at is null), '[]') as "records!",
       coalesce((select jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'id', p.id, 'kind', p.kind, 'text', p.text) order by p.recorded_at)
                   from preconditions p join registration_units u on u.centre_id = p.centre_id and u.registration_id = r.id and u.unit_id = p.unit_id
                  where p.centre_id = r.centre_id and p.ended_at is null and ($unit_id::uuid is null or p.unit_id = $unit_id)), '[]') as "preconditions!",
       coalesce((select jsonb_object_agg(n.unit_id, jsonb_build_object('reading', n.reading, 'by', b.name, 'at', to_char(n.reviewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
                   from (select distinct on (q.unit_id) q.* from requirement_reviews q join registration_units u on u.centre_id = q.centre_id and u.registration_id = r.id and u.unit_id = q.unit_id
                          where q.centre_id = r.centre_id and ($unit_id::uuid is null or q.unit_id = $unit_id) order by q.unit_id, q.reviewed_at desc) n
                   join identity.people b on b.id = n.reviewed_by), '{}') as "reviews!"
  from registrations r
  join identity.people l on l.id = r.learner_id
 where r.centre_id = current_centre() and r.id = $registration_id
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = $registration_id)

-- BLOCK list_covering_registrations
-- The registrations that a piece of evidence may serve, as far as the actor sees them.
select r.id as registration_id from registrations r
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
   and r.id in (select v.registration_id from visible_registrations($actor) v)
 order by r.registered_at

-- BLOCK select_covering
-- One version of a piece of evidence with its occasions and the ticks that stand on it, in each layer.
-- TYPE occasions: (import('#domain/coverage/occasions.ts').Occasion & { addedBy: string | null })[]
-- TYPE ticks: (import('#domain/coverage/ticking.ts').RequirementTick & { layer: import('#domain/decisions/layers.ts').Layer })[]
-- TYPE out: Record<string, number[]>
select v.evidence_id, v.version, v.state, v.learner_id, v.created_by,
       coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'day', o.shown_on, 'customer', o.customer, 'setting', o.setting, 'channel', o.channel,
                                                     'seenBy', o.seen_by, 'criteria', o.criteria, 'addedBy', w.name) order by o.number)
                   from evidence_occasions o
                   left join decisions d on d.centre_id = o.centre_id and d.id = o.decision_id
                   left join identity.people w on w.id = d.decided_by
                  where o.centre_id = v.centre_id and o.evidence_id = v.evidence_id and o.version = v.version), '[]') as "occasions!",
       coalesce((select jsonb_agg(jsonb_build_object('layer', t.layer, 'registrationId', t.registration_id, 'unitId', t.unit_id, 'requirement', t.requirement, 'item', t.item,
                                                     'thing', t.thing, 'occasion', t.occasion) order by t.ticked_at, t.requirement, t.item)
                   from requirement_ticks t
                  where t.centre_id = v.centre_id and t.evidence_id = v.evidence_id and t.version = v.version and t.withdrawn_at is null and t.superseded_by is null
                    and not exists (select 1 from registrations x where x.centre_id = t.centre_id and x.id = t.registration_id and x.withdrawn_at is not null)), '[]') as "ticks!",
       coalesce((select jsonb_object_agg(n.layer, n.occasions_out)
                   from (select distinct on (d.layer) d.layer, d.occasions_out from decisions d
                          where d.centre_id = v.centre_id and d.evidence_id = v.evidence_id and d.version = v.version order by d.layer, d.decided_at desc) n), '{}') as "out!"
  from evidence_versions v
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id
   and v.version = coalesce($version::int, (select max(n.version) from evidence_versions n where n.centre_id = current_centre() and n.evidence_id = $evidence_id))

-- BLOCK update_all_ticks_withdrawn
-- Those of a registration that has ended stay as they stood.
update requirement_ticks t set withdrawn_at = $at
 where t.centre_id = current_centre() and t.evidence_id = $evidence_id and t.version = $version and t.layer = 'learner' and t.withdrawn_at is null
   and not exists (select 1 from registrations x where x.centre_id = t.centre_id and x.id = t.registration_id and x.withdrawn_at is not null)

-- BLOCK insert_all_carried_ticks
-- The same ticks, of every layer, in the registration that follows: each is still its maker's, of its own day.
-- TYPE requirements: import('#domain/registrations/along.ts').Along['requirements']
insert into requirement_ticks (centre_id, evidence_id, version, layer, registration_id, unit_id, requirement, item, thing, occasion, decision_id, ticked_by, ticked_at, carried_by)
select t.centre_id, t.evidence_id, t.version, t.layer, $to_id, k."toUnit", t.requirement, t.item, t.thing, t.occasion, t.decision_id, t.ticked_by, t.ticked_at, $move_id
  from requirement_ticks t
  join jsonb_to_recordset($requirements::jsonb) as k ("fromUnit" uuid, "toUnit" uuid, requirement text) on k."fromUnit" = t.unit_id and k.requirement = t.requirement
 where t.centre_id = current_centre() and t.registration_id = $from_id and t.withdrawn_at is null and t.superseded_by is null

-- BLOCK insert_all_carried_records
-- The same records in the registration that follows; those of a precondition, where that one has it in the same words.
-- TYPE preconditions: import('#domain/registrations/along.ts').Along['preconditions']
insert into workplace_records (centre_id, registration_id, kind, person, relationship, agreed_on, note, precondition_id, evidence_id, recorded_by, recorded_at, carried_by)
select w.centre_id, $to_id, w.kind, w.person, w.relationship, w.agreed_on, w.note, k."to", w.evidence_id, w.recorded_by, w.recorded_at, $move_id
  from workplace_records w
  left join (select distinct * from jsonb_to_recordset($preconditions::jsonb) as p ("from" uuid, "to" uuid)) k on k."from" = w.precondition_id
 where w.centre_id = current_centre() and w.registration_id = $from_id and w.ended_at is null and (w.precondition_id is null) = (k."to" is null)

-- BLOCK insert_all_ticks
-- What the same layer ticked before for these registrations stops standing and stays readable.
-- TYPE ticks: import('#domain/coverage/ticking.ts').RequirementTick[]
with superseded as (
  update requirement_ticks t set superseded_by = $decision_id
   where t.centre_id = current_centre() and t.evidence_id = $evidence_id and t.version = $version and t.layer = $layer and t.layer <> 'learner' and t.superseded_by is null
     and t.registration_id = any($registration_ids::uuid[])
  returning 1
)
insert into requirement_ticks (centre_id, evidence_id, version, layer, registration_id, unit_id, requirement, item, thing, occasion, decision_id, ticked_by, ticked_at)
select distinct current_centre(), $evidence_id::uuid, $version::int, $layer::text, t."registrationId", t."unitId", t.requirement, t.item, t.thing, t.occasion, $decision_id::uuid, $actor::uuid, $at::timestamptz
  from jsonb_to_recordset($ticks::jsonb) as t ("registrationId" uuid, "unitId" uuid, requirement text, item text, thing text, occasion integer),
       (select count(*) from superseded) first

-- BLOCK insert_all_added_occasions
-- TYPE occasions: unknown
insert into occasions (centre_id, evidence_id, version, number, shown_on, customer, setting, channel, seen_by, criteria, decision_id)
select current_centre(), $evidence_id, $version, o.number, o.day, o.customer, o.setting, o.channel, o."seenBy", nullif(o.criteria, 'null'), $decision_id
  from jsonb_to_recordset($occasions::jsonb) as o (number integer, day date, customer text, setting text, channel text, "seenBy" text, criteria jsonb)

-- BLOCK select_unit_requirements
-- TYPE evidence_requirements: import('#domain/qualifications/specification.ts').EvidenceRequirement[]
-- TYPE simulation: import('#domain/qualifications/specification.ts').Simulation
select u.id, u.evidence_requirements, u.simulation from units u where u.centre_id = current_centre() and u.id = $unit_id

-- BLOCK select_optional_review
-- TYPE reading: import('#domain/coverage/reading.ts').UnitReading
select q.reading, b.name as by, q.reviewed_at as at
  from requirement_reviews q join identity.people b on b.id = q.reviewed_by
 where q.centre_id = current_centre() and q.unit_id = $unit_id
 order by q.reviewed_at desc limit 1

-- BLOCK insert_review
-- TYPE reading: import('#domain/coverage/reading.ts').UnitReading
insert into requirement_reviews (centre_id, unit_id, reading, reviewed_by, reviewed_at) values (current_centre(), $unit_id, $reading, $actor, $at)

-- BLOCK select_optional_enforcement
-- TYPE enforcement: import('#domain/coverage/coverage.ts').Enforcement
select s.enforcement, s.source, b.name as by, s.set_at as at
  from requirement_enforcements s join identity.people b on b.id = s.set_by
 where s.centre_id = current_centre() and s.version_id = $version_id
 order by s.set_at desc limit 1

-- BLOCK insert_enforcement
insert into requirement_enforcements (centre_id, version_id, enforcement, source, set_by, set_at)
values (current_centre(), $version_id, $enforcement, $source, $actor, $at)

-- BLOCK lock_recordable
-- The registration while it has not ended, held, as far as the actor sees it, with their own places on it.
select r.id as registration_id, r.learner_id,
       coalesce((select array_agg(a.role::text) from allocations a where a.centre_id = r.centre_id and a.registration_id = r.id and a.person_id = $actor and a.ended_at is null), '{}') as "own_roles!"
  from registrations r
 where r.centre_id = current_centre() and r.id = $registration_id and r.withdrawn_at is null
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = $registration_id)
   for key share of r

-- BLOCK has_precondition
select exists (select 1 from preconditions p join registration_units u on u.centre_id = p.centre_id and u.unit_id = p.unit_id and u.registration_id = $registration_id
                where p.centre_id = current_centre() and p.id = $precondition_id and p.ended_at is null) as "has!"

-- BLOCK insert_workplace_record
insert into workplace_records (centre_id, id, registration_id, kind, person, relationship, agreed_on, note, precondition_id, recorded_by, recorded_at)
values (current_centre(), $id, $registration_id, $kind, $person, $relationship, $day, $note, $precondition_id, $actor, $at)

-- BLOCK lock_workplace_record
-- TYPE kind: import('#domain/coverage/reading.ts').RecordKind
select w.id, w.kind, w.ended_at, r.id as registration_id, r.learner_id,
       coalesce((select array_agg(a.role::text) from allocations a where a.centre_id = r.centre_id and a.registration_id = r.id and a.person_id = $actor and a.ended_at is null), '{}') as "own_roles!"
  from workplace_records w join registrations r on r.centre_id = w.centre_id and r.id = w.registration_id
 where w.centre_id = current_centre() and w.id = $record_id and r.withdrawn_at is null
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = r.id)
   for update of w for key share of r

-- BLOCK update_record_ended
update workplace_records w set ended_by = $actor, ended_at = $at where w.centre_id = current_centre() and w.id = $record_id
