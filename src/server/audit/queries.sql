-- BLOCK insert_event
-- TYPE body: unknown
insert into events (centre_id, at, actor_id, actor_role, type, learner_id, registration_id, subject_id, reason, body)
values (current_centre(), $at, $actor_id, $actor_role, $type, $learner_id, $registration_id, $subject_id, $reason, $body)
