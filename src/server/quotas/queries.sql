-- BLOCK select_quota_lock
-- Until the transaction ends no other counts, or adds to, what this key names in this centre.
select pg_advisory_xact_lock(hashtext('quota'), hashtext(current_centre()::text || $key)) as "lock!"

-- BLOCK select_usage
-- Of one person and of the centre. The same bytes are stored once, so they count once for each.
select u.*,
       (select coalesce(sum(f.size), 0)::bigint
          from (select e.sha256 from evidence_files e where e.centre_id = current_centre() and e.added_by = $person_id
                 union
                select d.sha256 from further_documents d where d.centre_id = current_centre() and d.added_by = $person_id) own
          join files f on f.centre_id = current_centre() and f.sha256 = own.sha256 and f.removed_at is null) as "own_kept!",
       (select coalesce(sum(s.bytes), 0)::bigint from stored_bytes s where s.centre_id = current_centre()) as "kept!"
  from (select count(*) as "uploads!", coalesce(sum(size), 0)::bigint as "promised!",
               count(*) filter (where person_id = $person_id) as "own_uploads!",
               coalesce(sum(size) filter (where person_id = $person_id), 0)::bigint as "own_promised!"
          from uploads where centre_id = current_centre() and finished_at is null) u

-- BLOCK list_witness_letters
-- When letters to witnesses were written, newest first, without that of one request. Filters that are null do not apply.
select q.asked_at from testimony_requests q
 where q.centre_id = current_centre() and q.asked_at > $since and q.id <> $except
   and ($email::citext is null or q.email = $email::citext)
   and ($learner_id::uuid is null or q.learner_id = $learner_id) and ($by::uuid is null or q.asked_by = $by)
 order by q.asked_at desc limit $most

-- BLOCK list_invitations
-- When one person was sent an invitation, newest first. Read from the ledger: letters to people of two centres cannot be read.
select e.at from events e
 where e.centre_id = current_centre() and e.subject_id = $person_id and e.type = 'person-invited' and e.at > $since
 order by e.at desc limit $most

-- BLOCK list_usage_by_type
-- `unused`: taken out of drafts, so that nothing shows them; their bytes are stored all the same.
with used as (
  select e.sha256 from evidence_files e where e.centre_id = current_centre() and e.removed_at is null
  union
  select d.sha256 from further_documents d where d.centre_id = current_centre()
)
select f.media_type, u.sha256 is null as "unused!", count(*) as "files!", sum(f.size)::bigint as "bytes!"
  from files f left join used u on u.sha256 = f.sha256
 where f.centre_id = current_centre() and f.removed_at is null
 group by 1, 2

-- BLOCK list_usage_by_person
-- Most first. A file that two people added is stored once and counts for both.
with added as (
  select e.added_by, e.sha256 from evidence_files e where e.centre_id = current_centre()
  union
  select d.added_by, d.sha256 from further_documents d where d.centre_id = current_centre()
), kept as (
  select a.added_by as person_id, count(*) as files, sum(f.size)::bigint as bytes
    from added a join files f on f.centre_id = current_centre() and f.sha256 = a.sha256 and f.removed_at is null
   group by a.added_by
), open as (
  select u.person_id, count(*) as uploads, sum(u.size)::bigint as promised
    from uploads u where u.centre_id = current_centre() and u.finished_at is null group by u.person_id
)
select p.id, p.name, a.email::text as "email!", coalesce(k.files, 0) as "files!", coalesce(k.bytes, 0) as "kept!",
       coalesce(o.uploads, 0) as "uploads!", coalesce(o.promised, 0) as "promised!", count(*) over () as "people!"
  from kept k full join open o on o.person_id = k.person_id
  join identity.people p on p.id = coalesce(k.person_id, o.person_id)
  join addresses a on a.centre_id = current_centre() and a.person_id = p.id
 order by coalesce(k.bytes, 0) + coalesce(o.promised, 0) desc, lower(p.name), p.id limit $size
