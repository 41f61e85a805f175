-- BLOCK list_facts
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- Everything that any version of any evidence says about these criteria: one row for each tick that stands, in each layer.
with keys as (
  select * from unnest($registration_ids::uuid[], $criterion_ids::uuid[]) as k (registration_id, criterion_id)
)
select 'learner' as "layer!", c.registration_id as "registration_id!", c.criterion_id as "criterion_id!", v.evidence_id as "evidence_id!", v.version as "version!", v.state as "state!", v.submitted_at, v.type,
       c.claimed_by as "by!", c.claimed_at as "at!", null::text as outcome, null::text as reason
  from keys k
  join claims c on c.centre_id = current_centre() and c.registration_id = k.registration_id and c.criterion_id = k.criterion_id and c.withdrawn_at is null
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = c.evidence_id and v.version = c.version
union all
select dc.layer, dc.registration_id, dc.criterion_id, v.evidence_id, v.version, v.state, v.submitted_at, v.type, d.decided_by, d.decided_at, dc.outcome, dc.reason
  from keys k
  join decision_criteria dc on dc.centre_id = current_centre() and dc.registration_id = k.registration_id and dc.criterion_id = k.criterion_id and dc.superseded_by is null
  join decisions d on d.centre_id = current_centre() and d.id = dc.decision_id
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = dc.evidence_id and v.version = dc.version
union all
select 'question', x.registration_id, x.criterion_id, v.evidence_id, v.version, v.state, v.submitted_at, v.type, q.raised_by, q.raised_at, null, null
  from keys k
  join question_criteria x on x.centre_id = current_centre() and x.registration_id = k.registration_id and x.criterion_id = k.criterion_id and x.answered_at is null
  join questions q on q.centre_id = current_centre() and q.id = x.question_id
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = x.evidence_id and v.version = x.version

-- BLOCK list_spoken
-- TYPE reason: import('#domain/progress/standing.ts').UncountedReason
-- What speaks for these criteria now, as far as one must know to say whether something else is nearer to counting. A key asked for in
-- one registration is looked for in the others asked about too, and who asks goes by the key.
select p.registration_id, p.criterion_id, p.reason, p.evidence_id, p.version, p.since
  from criterion_progress p where p.centre_id = current_centre() and p.registration_id = any($registration_ids::uuid[]) and p.criterion_id = any($criterion_ids::uuid[])

-- BLOCK insert_all_standings
-- A place for the standing of each of these criteria, where there is none yet.
insert into criterion_progress (centre_id, registration_id, criterion_id, unit_id, state)
select current_centre(), k.registration_id, k.criterion_id, c.unit_id, 'none'
  from unnest($registration_ids::uuid[], $criterion_ids::uuid[]) as k (registration_id, criterion_id)
  join criteria c on c.centre_id = current_centre() and c.id = k.criterion_id
on conflict do nothing

-- BLOCK update_standings
-- Writes the standings and moves the sums of the registrations by the difference, so that nobody counts all criteria anew. A
-- unit that is no longer chosen is not in the sums. Of a version that waits for nobody any more (`settled`) nothing is left in what
-- waits. What many criteria have in common is said once, in `says`: a decision on
-- twenty of them says mostly the same of each.
-- TYPE says: unknown
with said as materialized (
  select s.*, e.number
    from jsonb_to_recordset($says::jsonb) as s (state text, reason text, evidence_id uuid, version integer, since timestamptz, claimed_by uuid, claimed_at timestamptz,
         provisional_by uuid, provisional_at timestamptz, provisional_outcome text, decided_by uuid, decided_at timestamptz, decided_outcome text, decided_reason text, which integer)
    left join evidence e on e.centre_id = current_centre() and e.id = s.evidence_id
), kept as (
  update criterion_progress p
     set state = s.state, reason = s.reason, evidence_id = s.evidence_id, evidence_number = s.number, version = s.version, since = s.since,
         claimed_by = s.claimed_by, claimed_at = s.claimed_at,
         provisional_by = s.provisional_by, provisional_at = s.provisional_at, provisional_outcome = s.provisional_outcome,
         decided_by = s.decided_by, decided_at = s.decided_at, decided_outcome = s.decided_outcome, decided_reason = s.decided_reason
    from unnest($registration_ids::uuid[], $criterion_ids::uuid[], $which::integer[]) as k (registration_id, criterion_id, which)
    join said s on s.which = k.which
   where p.centre_id = current_centre() and p.registration_id = k.registration_id and p.criterion_id = k.criterion_id
  returning p.registration_id, p.unit_id, old.state as was, new.state as now
), gone as (
  delete from waiting_evidence w where w.centre_id = current_centre() and w.evidence_id = $settled_evidence_id and w.version = $settled_version
), changed as (
  select k.registration_id, k.unit_id,
         count(*) filter (where k.now = 'claimed') - count(*) filter (where k.was = 'claimed') as claimed,
         count(*) filter (where k.now = 'provisional') - count(*) filter (where k.was = 'provisional') as provisional,
         count(*) filter (where k.now = 'confirmed') - count(*) filter (where k.was = 'confirmed') as confirmed,
         count(*) filter (where k.now = 'returned') - count(*) filter (where k.was = 'returned') as returned
    from kept k group by k.registration_id, k.unit_id
), moved as (
  select r.id, coalesce(sum(c.claimed), 0) as claimed, coalesce(sum(c.provisional), 0) as provisional, coalesce(sum(c.confirmed), 0) as confirmed, coalesce(sum(c.returned), 0) as returned
    from unnest($touched::uuid[]) as r (id)
    left join (changed c join registration_units u on u.centre_id = current_centre() and u.registration_id = c.registration_id and u.unit_id = c.unit_id) on c.registration_id = r.id
   group by r.id
)
update registration_progress p
   set claimed = p.claimed + m.claimed, provisional = p.provisional + m.provisional, confirmed = p.confirmed + m.confirmed, returned = p.returned + m.returned, last_activity = $at
  from moved m
 where p.centre_id = current_centre() and p.registration_id = m.id

-- BLOCK list_locked_progress
-- Two decisions on the same registration take turns here, so that neither counts without the other. The figures of one that has
-- ended stay as they stood, so it is not among them.
select p.registration_id from registration_progress p
 where p.centre_id = current_centre() and p.registration_id = any($registration_ids::uuid[])
   and not exists (select 1 from registrations r where r.centre_id = p.centre_id and r.id = p.registration_id and r.withdrawn_at is not null)
 order by p.registration_id for update of p

-- BLOCK select_matrix
-- TYPE allocations: { role: import('#domain/people/roles.ts').AllocationRole; id: string; name: string; since: string; able: boolean }[]
-- TYPE names: Record<string, string>
select r.id, r.learner_id, l.name as learner_name, r.version_id, r.registered_on, r.withdrawn_at,
       p.criteria, p.claimed, p.provisional, p.confirmed, p.returned, p.last_activity,
       (select array_agg(u.unit_id) from registration_units u where u.centre_id = r.centre_id and u.registration_id = r.id) as unit_ids,
       case when exists (select 1 from evidence_versions e where e.centre_id = r.centre_id and e.learner_id = r.learner_id and e.setting = 'realistic-working-environment')
            then (select array_agg(s.unit_id) from units_from_environments s where s.centre_id = r.centre_id and s.registration_id = r.id) end as always_sampled,
       coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'id', a.person_id, 'name', q.name, 'since', a.allocated_at,
                          'able', exists (select 1 from entitled_places e where e.centre_id = a.centre_id and e.registration_id = a.registration_id and e.role = a.role
                                             and $today::date between e.from_day and coalesce(e.until_day, 'infinity'))) order by a.role)
                   from allocations a join identity.people q on q.id = a.person_id
                  where a.centre_id = r.centre_id and a.registration_id = r.id and a.ended_at is null), '[]') as "allocations!",
       coalesce((select jsonb_object_agg(q.id, q.name) from identity.people q
                  where q.id in (select unnest(array[c.claimed_by, c.provisional_by, c.decided_by]) from criterion_progress c where c.centre_id = r.centre_id and c.registration_id = r.id)), '{}') as "names!"
  from registrations r
  join identity.people l on l.id = r.learner_id
  join registration_progress p on p.centre_id = r.centre_id and p.registration_id = r.id
 where r.centre_id = current_centre() and r.id = $registration_id
   and exists (select 1 from visible_registrations($actor) v where v.registration_id = $registration_id)

-- BLOCK list_standings
select criterion_id, state, reason, evidence_id, evidence_number, version, since, claimed_by, claimed_at, provisional_by, provisional_at, provisional_outcome,
       decided_by, decided_at, decided_outcome, decided_reason
  from criterion_progress where centre_id = current_centre() and registration_id = $registration_id

-- BLOCK list_evidence_on_criterion
-- Evidence put to one criterion, and questions and discussions that follow one of these up (R118).
-- TYPE own_method: import('#domain/methods/own-methods.ts').OwnMethod | null
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE judged: { layer: 'trainee' | 'assessor'; by: string; at: string; outcome: 'met' | 'not-yet-met'; reason: import('#domain/decisions/layers.ts').ReturnReason | null; standing: boolean; feedback: string; carried: { by: string; at: string } | null }[]
with put as (
  select c.evidence_id, c.version from claims c where c.centre_id = current_centre() and c.registration_id = $registration_id and c.criterion_id = $criterion_id
  union select dc.evidence_id, dc.version from decision_criteria dc where dc.centre_id = current_centre() and dc.registration_id = $registration_id and dc.criterion_id = $criterion_id and dc.superseded_by is null
), shown as (
  select evidence_id, version from put
  union
  select v.evidence_id, v.version from evidence_relations r
    join evidence_versions v on v.centre_id = r.centre_id and v.evidence_id = r.evidence_id and v.version = r.version and v.state not in ('draft', 'withdrawn')
   where r.centre_id = current_centre() and r.other_id in (select evidence_id from put) and r.removed_at is null and v.type in ('questioning', 'professional-discussion')
     and not exists (select 1 from evidence_versions n where n.centre_id = v.centre_id and n.evidence_id = v.evidence_id and n.version > v.version)
)
select e.id, e.number, v.version, v.title, v.state, v.type,
       (select jsonb_build_object('id', o.id, 'name', o.name, 'abbreviation', o.abbreviation) from own_methods o where o.centre_id = v.centre_id and o.id = v.own_method_id) as own_method,
       array(select o.number from evidence_relations r join evidence o on o.centre_id = r.centre_id and o.id = r.other_id
              where r.centre_id = v.centre_id and r.evidence_id = v.evidence_id and r.version = v.version and r.removed_at is null order by o.number) as "names!",
       (select p.name from claims c join identity.people p on p.id = c.claimed_by
         where c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.registration_id = $registration_id and c.criterion_id = $criterion_id and c.withdrawn_at is not distinct from r.withdrawn_at) as claimed_by,
       (select c.claimed_at from claims c
         where c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.registration_id = $registration_id and c.criterion_id = $criterion_id and c.withdrawn_at is not distinct from r.withdrawn_at) as claimed_at,
       coalesce((select jsonb_agg(jsonb_build_object('layer', dc.layer, 'by', p.name, 'at', d.decided_at, 'outcome', dc.outcome, 'reason', dc.reason, 'standing', dc.superseded_by is null, 'feedback', d.feedback,
                          'carried', (select jsonb_build_object('by', b.name, 'at', m.moved_at) from registration_moves m join identity.people b on b.id = m.moved_by where m.centre_id = dc.centre_id and m.id = dc.carried_by)) order by d.decided_at)
                   from decision_criteria dc join decisions d on d.centre_id = dc.centre_id and d.id = dc.decision_id join identity.people p on p.id = d.decided_by
                  where dc.centre_id = v.centre_id and dc.evidence_id = v.evidence_id and dc.version = v.version and dc.registration_id = $registration_id and dc.criterion_id = $criterion_id), '[]') as "judged!"
  from evidence_versions v join evidence e on e.centre_id = v.centre_id and e.id = v.evidence_id
  join registrations r on r.centre_id = v.centre_id and r.id = $registration_id
 where v.centre_id = current_centre()
   and (v.evidence_id, v.version) in (select evidence_id, version from shown)
 order by e.number, v.version

-- BLOCK update_waiting
-- What waits of the evidence touched: claims without a qualified assessor's word, and those of them a trainee has judged.
with touched as (
  select * from unnest($registration_ids::uuid[], $evidence_ids::uuid[], $versions::int[]) as t (registration_id, evidence_id, version)
), waits (centre_id, registration_id, evidence_id, version, learner_id, number, title, submitted_at, open_claims, provisional, provisional_at, units) as (
select current_centre(), c.registration_id, c.evidence_id, c.version, v.learner_id, e.number, v.title, v.submitted_at,
       count(*) filter (where a.criterion_id is null), count(*) filter (where a.criterion_id is null and p.criterion_id is not null),
       (select max(d.decided_at) from decisions d where d.centre_id = current_centre() and d.evidence_id = c.evidence_id and d.version = c.version and d.layer = 'trainee'),
       string_agg(distinct coalesce(u.number, u.code), ', ')
  from touched t
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = t.evidence_id and v.version = t.version and v.state in ('submitted', 'under-review')
  join evidence e on e.centre_id = v.centre_id and e.id = v.evidence_id
  join claims c on c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.registration_id = t.registration_id and c.withdrawn_at is null
  join criteria k on k.centre_id = c.centre_id and k.id = c.criterion_id
  join units u on u.centre_id = k.centre_id and u.id = k.unit_id
  left join decision_criteria a on a.centre_id = c.centre_id and a.evidence_id = c.evidence_id and a.version = c.version and a.layer = 'assessor'
        and a.registration_id = c.registration_id and a.criterion_id = c.criterion_id and a.superseded_by is null
  left join decision_criteria p on p.centre_id = c.centre_id and p.evidence_id = c.evidence_id and p.version = c.version and p.layer = 'trainee'
        and p.registration_id = c.registration_id and p.criterion_id = c.criterion_id and p.superseded_by is null
 group by c.registration_id, c.evidence_id, c.version, v.learner_id, e.number, v.title, v.submitted_at
having count(*) filter (where a.criterion_id is null) > 0
), gone as (
  delete from waiting_evidence w using touched t
   where w.centre_id = current_centre() and w.registration_id = t.registration_id and w.evidence_id = t.evidence_id and w.version = t.version
     and not exists (select 1 from waits n where n.registration_id = t.registration_id and n.evidence_id = t.evidence_id and n.version = t.version)
)
insert into waiting_evidence select centre_id, registration_id, evidence_id, version, learner_id, number, title, submitted_at, open_claims, provisional, provisional_at, units from waits
on conflict (centre_id, registration_id, evidence_id, version) do update
   set open_claims = excluded.open_claims, provisional = excluded.provisional, provisional_at = excluded.provisional_at, units = excluded.units

-- BLOCK list_own_places
-- The registrations in which this person has a place, or that are their own, with their figures: every one in which they may
-- judge, with who is named to judge there and may today, and of the others the first `most`.
with named as materialized (
  select v.registration_id, v.learner_id, v.seen_as in ('trainee-assessor', 'assessor', 'countersigner') as judges, q.title, q.qualification_id, coalesce(q.level, -1) as level, a.role, a.person_id
    from placed_registrations($actor) v
    join qualification_versions q on q.centre_id = current_centre() and q.id = v.version_id
    left join allocations a on v.seen_as in ('trainee-assessor', 'assessor', 'countersigner') and a.centre_id = current_centre() and a.registration_id = v.registration_id and a.ended_at is null and a.role in ('trainee-assessor', 'assessor', 'countersigner')
   where v.withdrawn_at is null
), entitled as materialized (
  -- Asked once for each person, place and qualification, and not for each registration.
  select k.person_id, k.role, k.qualification_id, k.level
    from (select distinct person_id, role, qualification_id, level from named where person_id is not null) k,
         entitlement_on($today::date, k.person_id, k.role, k.qualification_id, nullif(k.level, -1))
), barred as materialized (
  select c.person_id, c.learner_id from barring_conflicts c where c.centre_id = current_centre()
), able as (
  select n.*, (n.person_id, n.role, n.qualification_id, n.level) in (select person_id, role, qualification_id, level from entitled)
              and (n.person_id, n.learner_id) not in (select person_id, learner_id from barred) as able
    from named n
), held as materialized (
  -- One row for each registration: a place is held by one person at a time.
  select registration_id, any_value(learner_id) as learner_id, any_value(title) as title, bool_or(judges) as judges,
         any_value(person_id) filter (where role = 'trainee-assessor') as trainee_id, bool_or(able) filter (where role = 'trainee-assessor') as trainee_able,
         any_value(person_id) filter (where role = 'assessor') as assessor_id, bool_or(able) filter (where role = 'assessor') as assessor_able,
         any_value(person_id) filter (where role = 'countersigner') as countersigner_id, bool_or(able) filter (where role = 'countersigner') as countersigner_able
    from able group by registration_id
), listed as (
  select h.*, l.name as learner_name, p.criteria, p.claimed, p.provisional, p.confirmed, p.returned, p.last_activity, row_number() over (order by l.name, h.title) as row
    from held h
    join registration_progress p on p.centre_id = current_centre() and p.registration_id = h.registration_id
    join identity.people l on l.id = h.learner_id
)
select registration_id as "registration_id!", learner_id as "learner_id!", learner_name as "learner_name!", title as "title!", criteria as "criteria!", claimed as "claimed!",
       provisional as "provisional!", confirmed as "confirmed!", returned as "returned!", last_activity, trainee_id, trainee_able, assessor_id, assessor_able, countersigner_id, countersigner_able
  from listed where judges or row <= $most::int order by learner_name, title

-- BLOCK list_waiting
-- What waits for a judgement, or for an answer to a question, in the registrations in which this person is named to judge.
-- Whose move it is, the domain says.
with own as materialized (
  select distinct a.registration_id from allocations a
   where a.centre_id = current_centre() and a.person_id = $actor and a.ended_at is null and a.role in ('trainee-assessor', 'assessor', 'countersigner')
)
select w.registration_id as "registration_id!", w.evidence_id as "evidence_id!", w.version as "version!", w.number as "number!", w.title as "title!", w.units,
       w.submitted_at as "since!", w.open_claims as "ticks!", w.provisional as "provisional!", w.provisional_at,
       w.provisional > 0 and exists (select 1 from decisions d join decision_criteria k on k.centre_id = d.centre_id and k.evidence_id = d.evidence_id and k.version = d.version and k.decision_id = d.id and k.superseded_by is null and k.registration_id = w.registration_id
                                      where d.centre_id = current_centre() and d.evidence_id = w.evidence_id and d.version = w.version and d.layer = 'trainee' and d.decided_by = $actor) as "own_ticks!",
       false as "questioned!"
  from own o join waiting_evidence w on w.centre_id = current_centre() and w.registration_id = o.registration_id
union all
select x.registration_id, q.evidence_id, q.version, e.number, v.title, string_agg(distinct coalesce(u.number, u.code), ', '), q.raised_at, count(*)::int, 0, null, false, true
  from own o
  join question_criteria x on x.centre_id = current_centre() and x.registration_id = o.registration_id and x.answered_at is null and x.moved_by is null
  join questions q on q.centre_id = current_centre() and q.id = x.question_id and q.raised_by <> $actor
  join evidence e on e.centre_id = current_centre() and e.id = q.evidence_id
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = q.evidence_id and v.version = q.version
  join criteria k on k.centre_id = current_centre() and k.id = x.criterion_id
  join units u on u.centre_id = k.centre_id and u.id = k.unit_id
 group by q.id, q.raised_at, q.evidence_id, q.version, e.number, v.title, x.registration_id

-- BLOCK list_other_moves
-- What waits for this person otherwise, oldest first: the learner's own returned evidence and drafts, and for an administrator
-- content to remove and the registrations without an assessor, or with one who may not judge there today.
with administers as materialized (
  select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = $actor and g.role = 'centre-administrator' and g.ended_at is null
), judges as materialized (
  select r.id as registration_id, r.learner_id, a.person_id, a.allocated_at, v.qualification_id, coalesce(v.level, -1) as level
    from administers, registrations r
    join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
    join allocations a on a.centre_id = r.centre_id and a.registration_id = r.id and a.role in ('assessor', 'countersigner') and a.ended_at is null
   where r.centre_id = current_centre() and r.withdrawn_at is null
), entitled as materialized (
  select k.person_id, k.qualification_id, k.level
    from (select distinct person_id, qualification_id, level from judges) k,
         entitlement_on($today::date, k.person_id, 'assessor', k.qualification_id, nullif(k.level, -1))
), moves as (
  select case v.state when 'returned' then 'improve' else 'finish' end as kind, v.state_since as since, v.evidence_id, v.version, e.number, v.title, null::uuid as registration_id, v.learner_id,
         (select count(*)::int from claims c where c.centre_id = current_centre() and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null) as ticks,
         (select string_agg(distinct coalesce(u.number, u.code), ', ') from claims c
            join criteria k on k.centre_id = c.centre_id and k.id = c.criterion_id join units u on u.centre_id = k.centre_id and u.id = k.unit_id
           where c.centre_id = current_centre() and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null) as units
    from evidence_versions v join evidence e on e.centre_id = v.centre_id and e.id = v.evidence_id
   where v.centre_id = current_centre() and v.learner_id = $actor and v.state in ('draft', 'returned')
     and not exists (select 1 from evidence_versions n where n.centre_id = current_centre() and n.evidence_id = v.evidence_id and n.version > v.version)
  union all
  select 'remove-content', x.asked_at, x.evidence_id, v.version, e.number, v.title, null, x.learner_id, 1, null
    from administers, removals x join evidence e on e.centre_id = x.centre_id and e.id = x.evidence_id
    join lateral (select n.version, n.title from evidence_versions n where n.centre_id = x.centre_id and n.evidence_id = x.evidence_id order by n.version desc limit 1) v on true
   where x.centre_id = current_centre() and x.outcome is null and x.asked_by <> $actor and x.learner_id <> $actor
  union all
  select 'allocate', r.registered_at, null, null, null, null, r.id, r.learner_id, 0, null
    from administers, registrations r
   where r.centre_id = current_centre() and r.withdrawn_at is null
     and not exists (select 1 from allocations a where a.centre_id = current_centre() and a.registration_id = r.id and a.role = 'assessor' and a.ended_at is null)
  union all
  select 'entitle', min(greatest(j.allocated_at,
                        (select max(g.ended_at) from role_grants g where g.centre_id = current_centre() and g.person_id = j.person_id and g.role = 'assessor'),
                        (select max(e.until_day) + 1 from entitlements e where e.centre_id = current_centre() and e.person_id = j.person_id and e.role = 'assessor' and e.until_day < $today::date))),
         null, null, null, null, j.registration_id, j.learner_id, 0, null
    from judges j
   where (j.person_id, j.qualification_id, j.level) not in (select person_id, qualification_id, level from entitled)
      or exists (select 1 from barring_conflicts c where c.centre_id = current_centre() and c.person_id = j.person_id and c.learner_id = j.learner_id)
   group by j.registration_id, j.learner_id
)
select m.kind as "kind!", m.since as "since!", m.evidence_id, m.number, m.version, m.title, m.registration_id, m.learner_id as "learner_id!", p.name as learner_name, m.ticks as "ticks!", m.units
  from (select * from moves order by since, evidence_id limit $most::int) m
  join identity.people p on p.id = m.learner_id
 order by m.since, m.evidence_id

-- BLOCK upsert_all_starts
-- A registration has as many criteria as its chosen units; nothing of what has been judged is touched.
insert into registration_progress (centre_id, registration_id, criteria, claimed, provisional, confirmed, returned)
select current_centre(), r.id, coalesce(sum(u.criterion_count), 0)::int, 0, 0, 0, 0
  from unnest($registration_ids::uuid[]) as r (id)
  left join registration_units c on c.centre_id = current_centre() and c.registration_id = r.id
  left join units u on u.centre_id = c.centre_id and u.id = c.unit_id
 group by r.id
on conflict (centre_id, registration_id) do update set criteria = excluded.criteria

-- BLOCK delete_waiting
-- Nothing waits in a registration that has ended.
delete from waiting_evidence w where w.centre_id = current_centre() and w.registration_id = $registration_id

-- BLOCK update_totals
-- Counts everything anew, where the units themselves changed.
update registration_progress p
   set claimed = t.claimed, provisional = t.provisional, confirmed = t.confirmed, returned = t.returned
  from (select r.id,
               count(*) filter (where c.state = 'claimed')::int as claimed, count(*) filter (where c.state = 'provisional')::int as provisional,
               count(*) filter (where c.state = 'confirmed')::int as confirmed, count(*) filter (where c.state = 'returned')::int as returned
          from unnest($registration_ids::uuid[]) as r (id)
          left join criterion_progress c on c.centre_id = current_centre() and c.registration_id = r.id
          left join registration_units u on u.centre_id = current_centre() and u.registration_id = r.id and u.unit_id = c.unit_id
         where c.criterion_id is null or u.unit_id is not null
         group by r.id) t
 where p.centre_id = current_centre() and p.registration_id = t.id
