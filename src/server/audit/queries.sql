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

-- BLOCK insert_request
-- No row where the id was used before. Waits for a request under the same id that is still under way.
insert into requests (centre_id, id, content_hash, at) values (current_centre(), $id, $content_hash, $at)
    on conflict (centre_id, id) do nothing

-- BLOCK select_request
select content_hash from requests where centre_id = current_centre() and id = $id
