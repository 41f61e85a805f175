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
