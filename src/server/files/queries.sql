-- BLOCK insert_stored_file
-- The same bytes are known once; a second upload of them finds the row.
insert into files (centre_id, sha256, size, media_type, stored_at) values (current_centre(), $sha256, $size, $media_type, $at)
    on conflict (centre_id, sha256) do update set size = excluded.size
returning removed_at is not null as "removed!"

-- BLOCK update_personal_data
-- TYPE personal_data: import('#domain/evidence/privacy.ts').PersonalFinding[] | null
update files set personal_data = $personal_data, not_read = $not_read where centre_id = current_centre() and sha256 = $sha256

-- BLOCK update_all_files_gone
-- These bytes are gone wherever in the centre they stood.
with gone as (
  update files set removed_at = $at where centre_id = current_centre() and sha256 = $sha256
)
select distinct f.evidence_id, f.version, e.learner_id
  from evidence_files f join evidence e on e.centre_id = f.centre_id and e.id = f.evidence_id
 where f.centre_id = current_centre() and f.sha256 = $sha256 and f.removed_at is null

-- BLOCK insert_upload
insert into uploads (centre_id, id, evidence_id, version, decision_id, question_id, person_id, name, size, started_at)
values (current_centre(), $id, $evidence_id, $version, $decision_id, $question_id, $actor, $name, $size, $at)

-- BLOCK lock_upload
-- Nobody but the person who began an upload carries it on, and only into what it was begun for.
-- TYPE refusal: import('#domain/files/media.ts').FileRefusal
select u.id, u.evidence_id, u.version, u.decision_id, u.question_id, u.name, u.size, u.finished_at, u.refusal
  from uploads u
 where u.centre_id = current_centre() and u.id = $id and u.person_id = $actor and u.evidence_id is not distinct from $evidence_id::uuid
   and u.decision_id is not distinct from $decision_id::uuid and u.question_id is not distinct from $question_id::uuid
   for update

-- BLOCK update_upload_finished
update uploads u set finished_at = $at, refusal = $refusal where u.centre_id = current_centre() and u.id = $id

-- BLOCK delete_upload
delete from uploads u where u.centre_id = current_centre() and u.id = $id and u.finished_at is null

-- BLOCK list_open_uploads
-- A person's own unfinished uploads, newest first, with the evidence that they belong to while it still exists for them.
select u.id, u.name, u.size, u.started_at, e.id as "evidence_id?", e.number as "number?",
       (select v.title from evidence_versions v where v.centre_id = e.centre_id and v.evidence_id = e.id order by v.version desc limit 1) as title
  from uploads u
  left join decisions d on d.centre_id = u.centre_id and d.id = u.decision_id
  left join questions q on q.centre_id = u.centre_id and q.id = u.question_id
  left join evidence e on e.centre_id = u.centre_id and e.id = coalesce(u.evidence_id, d.evidence_id, q.evidence_id)
   and e.learner_id in (select v.learner_id from visible_learners($actor) v)
 where u.centre_id = current_centre() and u.person_id = $actor and u.finished_at is null
 order by u.started_at desc, u.id

-- BLOCK lock_own_upload
select u.id from uploads u where u.centre_id = current_centre() and u.id = $id and u.person_id = $actor for update
