-- BLOCK select_optional_draft
select body, revision, updated_at from drafts where centre_id = current_centre() and person_id = current_person() and subject = $subject

-- BLOCK upsert_draft
-- Keeps the text only where nobody kept another since; answers what is kept now. One statement, so that two windows cannot both win.
insert into drafts (centre_id, person_id, subject, body, updated_at)
values (current_centre(), current_person(), $subject, $body::jsonb, $at)
on conflict (centre_id, person_id, subject) do update
   set body = case when drafts.revision = $revision::integer then excluded.body else drafts.body end,
       updated_at = case when drafts.revision = $revision::integer then excluded.updated_at else drafts.updated_at end,
       revision = case when drafts.revision = $revision::integer then drafts.revision + 1 else drafts.revision end
returning body, revision, updated_at, body = $body::jsonb as "kept!"

-- BLOCK delete_draft
delete from drafts where centre_id = current_centre() and person_id = current_person() and subject = $subject
