-- BLOCK list_pinned_things
-- The files of a version, and whether there is a statement.
select f.id as "file_id?", f.sha256 as "sha256?", s.media_type as "media_type?"
  from evidence_files f join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null
union all
select null, null, null from evidence_versions v
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version and coalesce(v.statement_text, '') <> ''

-- BLOCK insert_all_pins
-- TYPE pins: import('#domain/pins/pins.ts').Pin[]
insert into pins (centre_id, id, evidence_id, version, layer, registration_id, criterion_id, file_id, sha256, place, decision_id, pinned_by, pinned_at)
select current_centre(), coalesce($id::uuid, gen_random_uuid()), $evidence_id, $version, $layer, (k->>'registrationId')::uuid, (k->>'criterionId')::uuid,
       f.id, f.sha256, k->'place', $decision_id, $by, $at
  from jsonb_array_elements($pins::jsonb) k
  left join evidence_files f on f.centre_id = current_centre() and f.id = (k->>'fileId')::uuid

-- BLOCK update_pin_removed
update pins set removed_at = $at
 where centre_id = current_centre() and id = $pin_id and evidence_id = $evidence_id and version = $version and layer = 'learner' and removed_at is null
returning id

-- BLOCK update_all_quotes_gone
-- What was pinned goes for good, and with it the words that the pins quote: of these bytes wherever they stood, or of what
-- was written on one piece of evidence. Where it was stays.
update pins
   set place = case when place->>'page' is null then '{"kind": "whole"}'::jsonb else jsonb_build_object('kind', 'page', 'page', place->'page') end
 where centre_id = current_centre() and place->>'kind' = 'passage'
   and (sha256 = $sha256 or ($sha256::text is null and sha256 is null and evidence_id = $evidence_id))

-- BLOCK insert_all_carried_pins
-- The same pins in the registration that follows: each is still its maker's, of its own day.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
insert into pins (centre_id, evidence_id, version, layer, registration_id, criterion_id, file_id, sha256, place, decision_id, pinned_by, pinned_at, carried_by)
select p.centre_id, p.evidence_id, p.version, p.layer, $to_id, (k->>'to')::uuid, p.file_id, p.sha256, p.place, p.decision_id, p.pinned_by, p.pinned_at, $move_id
  from evidence e
  join pins p on p.centre_id = e.centre_id and p.evidence_id = e.id and p.registration_id = $from_id and p.removed_at is null
  join jsonb_array_elements($carried::jsonb) k on (k->>'from')::uuid = p.criterion_id
 where e.centre_id = current_centre() and e.learner_id = $learner_id
