-- BLOCK list_assessment
-- One version of a piece of evidence as somebody who may see it would judge it; the latest when no version is named. A row for
-- each registration of its learner that the actor may see, with the units chosen, the actor's own place there and who else is
-- named: one without a registration where they may see the evidence only. `facts` is what the actor's authority is computed from.
-- TYPE answers: import('#domain/evidence/record-fields.ts').RecordAnswer[] | null
-- TYPE planned: import('#domain/planning/plan-entry.ts').PlannedFact | null
-- TYPE occasions: Pick<import('#domain/coverage/occasions.ts').Occasion, 'number' | 'criteria' | 'setting'>[]
-- TYPE kept: { seen: boolean } | null
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE set_up: import('#domain/settings/checklists.ts').SetUpFact | null
-- TYPE facts: import('#domain/competence/authority.ts').AuthorityFacts | null
-- TYPE kinds_off: import('#domain/evidence/evidence.ts').EvidenceType[]
select e.id, e.centre_id, e.number, e.kind, e.learner_id, v.version, v.state, v.revision, v.title, v.description, v.type, v.shown_on, v.setting, v.simulation_reason, v.record, v.statement_text,
       case when v.set_up_id is not null then set_up_fact(v.set_up_id) end as set_up, v.content_hash, v.submitted_at, v.return_reason, case when v.worksheet_id is not null then v.record->'questions' end as answers,
       (select jsonb_build_object('kind', n.kind, 'visibleFrom', (n.said_at at time zone 'Europe/London')::date, 'withdrawn', n.withdrawn_at is not null)
          from plan_entries n where n.centre_id = current_centre() and n.id = v.plan_entry_id) as planned,
       case when coalesce((v.record->>'keptElsewhere')::boolean, false)
            then jsonb_build_object('seen', exists (select 1 from evidence_sightings s where s.centre_id = current_centre() and s.evidence_id = v.evidence_id and s.version = v.version)) end as kept,
       exists (select 1 from evidence_files f join files m on m.centre_id = f.centre_id and m.sha256 = f.sha256
                where f.centre_id = current_centre() and f.evidence_id = v.evidence_id and f.version = v.version and f.removed_at is null
                  and m.media_type ~ '^(audio|video)/') as "recorded!",
       coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'criteria', o.criteria, 'setting', o.setting) order by o.number)
                   from occasions o where o.centre_id = current_centre() and o.evidence_id = v.evidence_id and o.version = v.version), '[]') as "occasions!",
       latest.version as "latest_version!",
       (select f.facts from authority_facts f where f.centre_id = current_centre() and f.person_id = $actor) as facts,
       exists (select 1 from barring_conflicts c where c.centre_id = current_centre() and c.person_id = $actor and c.learner_id = e.learner_id) as "conflicted!",
       r.id as registration_id, r.version_id, q.qualification_id, q.level,
       coalesce((select m.switched_off from standing_methods m where m.centre_id = current_centre() and m.version_id = r.version_id), '{}') as "kinds_off!",
       (select array_agg(u.unit_id) from registration_units u where u.centre_id = current_centre() and u.registration_id = r.id) as unit_ids,
       named.own_roles, coalesce(named.countersigner, false) as "countersigner_named!", coalesce(named.trainee, false) as "trainee_named!"
  from evidence e
  join lateral (select max(n.version) as version from evidence_versions n where n.centre_id = current_centre() and n.evidence_id = $evidence_id) latest on true
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = coalesce($version::int, latest.version)
  join lateral (select distinct s.registration_id from visible_portfolios($actor) s where s.learner_id = e.learner_id) seen on true
  left join registrations r on r.centre_id = current_centre() and r.id = seen.registration_id and r.withdrawn_at is null
  left join qualification_versions q on q.centre_id = current_centre() and q.id = r.version_id
  left join lateral (
    select array_agg(a.role::text) filter (where a.person_id = $actor) as own_roles, bool_or(a.role = 'countersigner') as countersigner, bool_or(a.role = 'trainee-assessor') as trainee
      from allocations a where a.centre_id = current_centre() and a.registration_id = r.id and a.ended_at is null
  ) named on true
 where e.centre_id = current_centre() and e.id = $evidence_id
 order by r.registered_at

-- BLOCK lock_version
-- Whoever decides first is first: the second waits here and then sees what changed. Then the progress that a decision may move,
-- in one order: that of the registrations of the learner that have not ended.
with locked as materialized (
  select v.state, v.revision, v.content_hash,
         exists (select 1 from evidence_authentications a where a.centre_id = v.centre_id and a.evidence_id = v.evidence_id and a.version = v.version and a.taken_back_at is null) as authenticated
    from evidence_versions v
   where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version for update
), held as materialized (
  select r.id
    from registrations r join registration_progress p on p.centre_id = current_centre() and p.registration_id = r.id
   where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
   order by r.id for key share of r for update of p
)
select l.state, l.revision, l.content_hash, l.authenticated as "authenticated!", coalesce((select array_agg(h.id) from held h), '{}') as "registration_ids!"
  from locked l

-- BLOCK list_ticks
-- All three layers of a version, in one reading; each name is looked up once, not with each tick. With each, what speaks for its
-- criterion now, as far as one must know to say whether something else is nearer to counting.
-- TYPE spoken_reason: import('#domain/progress/standing.ts').UncountedReason
with ticks as materialized (
  select 'learner' as layer, c.registration_id, c.criterion_id, c.claimed_by as by, c.claimed_at as at, null::text as outcome, null::text as reason, null::uuid as decision_id, false as in_question
    from claims c
   where c.centre_id = current_centre() and c.evidence_id = $evidence_id and c.version = $version and c.withdrawn_at is null
  union all
  select dc.layer, dc.registration_id, dc.criterion_id, d.decided_by, d.decided_at, dc.outcome, dc.reason, d.id,
         dc.layer = 'assessor' and exists (select 1 from question_criteria x where x.centre_id = dc.centre_id and x.registration_id = dc.registration_id and x.criterion_id = dc.criterion_id
                                             and x.evidence_id = dc.evidence_id and x.version = dc.version and x.answered_at is null)
    from decision_criteria dc join decisions d on d.centre_id = dc.centre_id and d.id = dc.decision_id
   where dc.centre_id = current_centre() and dc.evidence_id = $evidence_id and dc.version = $version and dc.superseded_by is null
     and not exists (select 1 from registrations r where r.centre_id = dc.centre_id and r.id = dc.registration_id and r.withdrawn_at is not null)
), people as materialized (
  select p.id, p.name from identity.people p where p.id in (select t.by from ticks t)
)
select t.layer as "layer!", t.registration_id as "registration_id!", t.criterion_id as "criterion_id!", t.by as "by!", p.name as "by_name!", t.at as "at!", t.outcome, t.reason, t.decision_id, t.in_question as "in_question!",
       s.criterion_id is not null as "spoken!", s.reason as spoken_reason, s.evidence_id as spoken_evidence_id, s.version as spoken_version, s.since as spoken_since
  from ticks t
  join people p on p.id = t.by
  left join criterion_progress s on s.centre_id = current_centre() and s.registration_id = t.registration_id and s.criterion_id = t.criterion_id

-- BLOCK select_learner
select p.name from identity.people p where p.id = $learner_id

-- BLOCK list_standings_of
select registration_id, criterion_id, state, reason, evidence_id from criterion_progress where centre_id = current_centre() and registration_id = any($registration_ids::uuid[])

-- BLOCK list_confirmed_elsewhere
-- Of these criteria, those confirmed on other evidence that is enough by itself, and not in question there.
select distinct dc.registration_id, dc.criterion_id
  from unnest($registration_ids::uuid[], $criterion_ids::uuid[]) as k (registration_id, criterion_id)
  join decision_criteria dc on dc.centre_id = current_centre() and dc.registration_id = k.registration_id and dc.criterion_id = k.criterion_id
   and dc.layer = 'assessor' and dc.outcome = 'met' and dc.superseded_by is null and dc.evidence_id <> $evidence_id
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = dc.evidence_id and v.version = dc.version and v.state <> 'withdrawn'
 where not coalesce(v.type = any($supporting::text[]), false)
   and not exists (select 1 from question_criteria q where q.centre_id = dc.centre_id and q.registration_id = dc.registration_id and q.criterion_id = dc.criterion_id
                      and q.evidence_id = dc.evidence_id and q.version = dc.version and q.answered_at is null)

-- BLOCK list_decisions
-- TYPE acceptances: import('#domain/decisions/layers.ts').Acceptance[]
-- TYPE marks: import('#domain/worksheets/marks.ts').Mark[]
-- TYPE justifications: import('#domain/decisions/obstacles.ts').Justification[]
-- TYPE authority: import('#domain/decisions/events.ts').MadeUnder[] | null
select d.id, d.version, d.layer, d.outcome, d.return_reason, d.feedback, d.decided_as, d.decided_at, d.decided_by, p.name as decided_by_name, d.acceptances, d.justifications, d.marks, d.authority, d.correction,
       (select count(*)::int from decision_criteria dc where dc.centre_id = d.centre_id and dc.evidence_id = d.evidence_id and dc.version = d.version and dc.decision_id = d.id and dc.carried_by is null and dc.outcome = 'met') as "met!",
       (select count(*)::int from decision_criteria dc where dc.centre_id = d.centre_id and dc.evidence_id = d.evidence_id and dc.version = d.version and dc.decision_id = d.id and dc.carried_by is null and dc.outcome = 'not-yet-met') as "not_yet!"
  from decisions d join identity.people p on p.id = d.decided_by
 where d.centre_id = current_centre() and d.evidence_id = $evidence_id
 order by d.decided_at

-- BLOCK insert_decision
-- TYPE marks: import('#domain/worksheets/marks.ts').Mark[]
-- TYPE occasions_out: number[] | null
-- TYPE authority: import('#domain/decisions/events.ts').MadeUnder[]
-- The act, its judgements, the state in which it leaves the version (null: as it was), and what it takes the place of: what the
-- same layer said before about the same criteria (`again`) stays readable and stops standing.
with judged as (
  select * from unnest($registration_ids::uuid[], $criterion_ids::uuid[], $outcomes::text[], $reasons::text[]) as j (registration_id, criterion_id, outcome, reason)
), made as (
  insert into decisions (centre_id, id, evidence_id, version, layer, outcome, return_reason, feedback, content_hash, acceptances, justifications, marks, authority, correction, occasions_out, decided_by, decided_as, decided_at, request_id)
  values (current_centre(), $id, $evidence_id, $version, $layer::text, $outcome, $return_reason, $feedback, $content_hash, $acceptances, $justifications, $marks, $authority, $correction,
          coalesce($occasions_out::jsonb, (select d.occasions_out from decisions d where d.centre_id = current_centre() and d.evidence_id = $evidence_id and d.version = $version and d.layer = $layer order by d.decided_at desc limit 1), '[]'),
          $decided_by, $decided_as, $decided_at, $request_id)
), left_in as (
  -- Each decision raises the revision, so that what is on other screens is no longer as it is.
  update evidence_versions v
     set revision = v.revision + 1, state = $state::evidence_state, return_reason = case when $state::evidence_state = 'returned' then $return_reason end,
         state_since = case when v.state = $state::evidence_state then v.state_since else $decided_at end
   where $state::evidence_state is not null and v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
), superseded as (
  update decision_criteria dc set superseded_by = $id from judged j
   where $again and dc.centre_id = current_centre() and dc.evidence_id = $evidence_id and dc.version = $version and dc.layer = $layer and dc.superseded_by is null
     and dc.registration_id = j.registration_id and dc.criterion_id = j.criterion_id
  returning 1
)
insert into decision_criteria (centre_id, decision_id, registration_id, criterion_id, evidence_id, version, layer, outcome, reason)
select current_centre(), $id, j.registration_id, j.criterion_id, $evidence_id, $version, $layer, j.outcome, j.reason
  from judged j, (select count(*) from superseded) first

-- BLOCK update_version_looked_at
-- Looking is not deciding: the revision on everybody's screen stays good.
update evidence_versions set state = 'under-review', state_since = $at where centre_id = current_centre() and evidence_id = $evidence_id and version = $version

-- BLOCK insert_all_carried_judgements
-- The same judgements, of every layer, in the registration that follows: each is still its maker's, of its own day, on the same evidence.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
insert into decision_criteria (centre_id, decision_id, registration_id, criterion_id, evidence_id, version, layer, outcome, reason, carried_by)
select d.centre_id, d.decision_id, $to_id, (k->>'to')::uuid, d.evidence_id, d.version, d.layer, d.outcome, d.reason, $move_id
  from decision_criteria d join jsonb_array_elements($carried::jsonb) k on (k->>'from')::uuid = d.criterion_id
 where d.centre_id = current_centre() and d.registration_id = $from_id and d.superseded_by is null
returning decision_id, criterion_id
