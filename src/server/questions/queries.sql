-- BLOCK select_questioned_evidence
-- The evidence, if it exists for this actor, with the capacities in which they see its learner.
select e.id as evidence_id, e.learner_id,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!",
       exists (select 1 from barring_conflicts c where c.centre_id = e.centre_id and c.person_id = $actor and c.learner_id = e.learner_id) as "conflicted!"
  from evidence e
 where e.centre_id = current_centre() and e.id = $evidence_id
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK lock_questioned_version
-- Deciding, questioning and answering on one version take turns.
select v.evidence_id, v.version, v.content_hash from evidence_versions v
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version for update

-- BLOCK list_open_criteria
-- What stands in question on a version now.
select registration_id, criterion_id from question_criteria
 where centre_id = current_centre() and evidence_id = $evidence_id and version = $version and answered_at is null

-- BLOCK list_seen_registrations
-- The registrations in which this actor may question: an EQA sees those of the qualifications allotted to them.
select distinct registration_id as "registration_id!" from visible_registrations($actor) where learner_id = $learner_id and seen_as = any($capacities::text[])

-- BLOCK insert_question
with made as (
  insert into questions (centre_id, evidence_id, version, learner_id, ground, reason, raised_by, raised_as, raised_at)
  values (current_centre(), $evidence_id, $version, $learner_id, $ground, $reason, $by, $as, $at) returning id
), named as (
  insert into question_criteria (centre_id, question_id, registration_id, criterion_id, evidence_id, version)
  select current_centre(), made.id, k.registration_id, k.criterion_id, $evidence_id, $version
    from made, unnest($registration_ids::uuid[], $criterion_ids::uuid[]) as k (registration_id, criterion_id)
)
select id from made

-- BLOCK select_question
-- One question, if its evidence exists for this actor.
select q.id, q.evidence_id, q.version, q.learner_id, q.raised_by, q.answered_at
  from questions q
 where q.centre_id = current_centre() and q.id = $question_id
   and q.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK list_criteria_of_question
-- Where the learner was moved meanwhile, those of the registration in which it is asked now.
select registration_id, criterion_id from question_criteria where centre_id = current_centre() and question_id = $question_id and moved_by is null

-- BLOCK lock_question
select answered_at from questions where centre_id = current_centre() and id = $question_id for update

-- BLOCK update_question_answered
with closed as (
  update question_criteria set answered_at = $at where centre_id = current_centre() and question_id = $question_id and moved_by is null
)
update questions set answered_at = $at, answered_by = $by, answer = $words, decision_id = $decision_id where centre_id = current_centre() and id = $question_id

-- BLOCK select_optional_marked_answers
-- What a worksheet asked, what was answered, and the marks that stand; null where the evidence answers none.
-- TYPE questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
-- TYPE answers: import('#domain/evidence/record-fields.ts').RecordAnswer[]
-- TYPE marks: import('#domain/worksheets/marks.ts').Mark[]
select w.questions, v.record -> 'questions' as "answers!",
       coalesce((select d.marks from decisions d
                  where d.centre_id = v.centre_id and d.evidence_id = v.evidence_id and d.version = v.version and d.layer = 'assessor' and d.marks <> '[]'
                  order by d.decided_at desc limit 1), '[]') as "marks!"
  from evidence_versions v
  join worksheets w on w.centre_id = v.centre_id and w.id = v.worksheet_id
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version

-- BLOCK list_questions
-- TYPE ground: import('#domain/questions/question.ts').QuestionGround
-- TYPE criteria: { registrationId: string; criterionId: string; number: string; unit: string; text: string }[]
-- TYPE outcomes: Record<string, 'met' | 'not-yet-met'>
select q.id, q.version, q.ground, q.reason, q.raised_by, p.name as raised_by_name, q.raised_as, q.raised_at, q.answered_at, a.name as "answered_by_name?", q.answer,
       (select jsonb_agg(jsonb_build_object('registrationId', k.registration_id, 'criterionId', k.criterion_id, 'number', c.number, 'unit', coalesce(u.number, u.code), 'text', c.text)
                         order by u.number, c.position)
          from question_criteria k join criteria c on c.centre_id = k.centre_id and c.id = k.criterion_id join units u on u.centre_id = c.centre_id and u.id = c.unit_id
         where k.centre_id = q.centre_id and k.question_id = q.id and k.moved_by is null) as "criteria!",
       coalesce((select jsonb_object_agg(d.criterion_id, d.outcome) from decision_criteria d where d.centre_id = q.centre_id and d.evidence_id = q.evidence_id and d.version = q.version and d.decision_id = q.decision_id), '{}') as "outcomes!"
  from questions q
  join identity.people p on p.id = q.raised_by
  left join identity.people a on a.id = q.answered_by
 where q.centre_id = current_centre() and q.evidence_id = $evidence_id
 order by q.raised_at desc

-- BLOCK insert_all_carried_questions
-- What is in question when a learner is moved is in question in the registration that follows, and is answered there.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
with moved as (
  update question_criteria q set moved_by = $move_id
    from jsonb_array_elements($carried::jsonb) k
   where q.centre_id = current_centre() and q.registration_id = $from_id and q.answered_at is null and q.criterion_id = (k->>'from')::uuid
  returning q.question_id, (k->>'to')::uuid as criterion_id, q.evidence_id, q.version
)
insert into question_criteria (centre_id, question_id, registration_id, criterion_id, evidence_id, version)
select current_centre(), m.question_id, $to_id, m.criterion_id, m.evidence_id, m.version from moved m
