-- BLOCK insert_event
-- TYPE body: unknown
insert into events (centre_id, at, actor_id, actor_role, type, learner_id, registration_id, subject_id, reason, body)
values (current_centre(), $at, $actor_id, $actor_role, $type, $learner_id, $registration_id, $subject_id, $reason, $body)

-- BLOCK insert_all_events
-- Many at once, in the order given.
-- TYPE events: unknown[]
insert into events (centre_id, at, actor_id, actor_role, type, learner_id, registration_id, subject_id, reason, body)
select current_centre(), $at, $actor_id, e->>'as', e->>'type', (e->>'learnerId')::uuid, (e->>'registrationId')::uuid, (e->>'subjectId')::uuid, e->>'reason', e->'body'
  from jsonb_array_elements($events::jsonb) with ordinality as t (e, nth) order by nth

-- BLOCK take_request_id
-- Waits for a request under the same id that is still under way. What it made is seen by the next statement, not by this one.
select true as "taken!" from (select pg_advisory_xact_lock(hashtextextended('countersign request ' || $id::text, 0))) l

-- BLOCK select_optional_request
-- TYPE answer: unknown
select content_hash, answer from requests where centre_id = current_centre() and id = $id

-- BLOCK insert_request
-- TYPE answer: unknown
insert into requests (centre_id, id, content_hash, answer, at) values (current_centre(), $id, $content_hash, $answer, $at)
