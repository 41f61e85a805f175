-- BLOCK select_content
-- The piece of evidence, and the file in it or the document beside a decision on it where one is named, if it exists for this actor.
select e.id as evidence_id, e.learner_id, coalesce(f.name, d.name) as file_name, s.sha256 as "sha256?", s.size as "size?", s.removed_at as "removed_at?",
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from evidence e
  left join evidence_files f on f.centre_id = e.centre_id and f.evidence_id = e.id and f.id = $file_id
  left join further_documents d on d.centre_id = e.centre_id and d.evidence_id = e.id and d.id = $further_document_id
  left join files s on s.centre_id = e.centre_id and s.sha256 = coalesce(f.sha256, d.sha256)
 where e.centre_id = current_centre() and e.id = $evidence_id
   and ($file_id::uuid is null or f.id is not null) and ($further_document_id::uuid is null or d.id is not null)
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK select_open
select id from removals where centre_id = current_centre() and evidence_id = $evidence_id and coalesce(sha256, '') = coalesce($sha256, '') and outcome is null

-- BLOCK insert_all_removals
-- None where a request for the same content stands already.
insert into removals (centre_id, evidence_id, learner_id, what, file_name, sha256, size, reason, seen_at, asked_by, asked_as, asked_at)
values (current_centre(), $evidence_id, $learner_id, $what, $file_name, $sha256, $size, $reason, $seen_at, $by, $as, $at)
on conflict (centre_id, evidence_id, coalesce(sha256, '')) where outcome is null do nothing
returning id

-- BLOCK lock_removal
-- TYPE what: import('#domain/removals/removal.ts').RemovalKind
-- One request, if its evidence exists for this actor.
select r.id, r.evidence_id, r.learner_id, r.what, r.file_name, r.sha256, r.size, r.reason, r.asked_by, r.outcome
  from removals r
 where r.centre_id = current_centre() and r.id = $removal_id
   and r.learner_id in (select l.learner_id from visible_learners($actor) l)
   for update

-- BLOCK update_removal_ended
update removals set outcome = $outcome, ended_by = $by, ended_at = $at, ended_because = $because where centre_id = current_centre() and id = $removal_id

-- BLOCK list_confirmed_on
-- What a qualified assessor has confirmed on these versions and nobody questions already.
select dc.evidence_id, dc.version, dc.registration_id, dc.criterion_id
  from unnest($evidence_ids::uuid[], $versions::int[]) as k (evidence_id, version)
  join decision_criteria dc on dc.centre_id = current_centre() and dc.evidence_id = k.evidence_id and dc.version = k.version
   and dc.layer = 'assessor' and dc.outcome = 'met' and dc.superseded_by is null
 where not exists (select 1 from question_criteria x where x.centre_id = dc.centre_id and x.registration_id = dc.registration_id and x.criterion_id = dc.criterion_id
                      and x.evidence_id = dc.evidence_id and x.version = dc.version and x.answered_at is null)
   and not exists (select 1 from registrations r where r.centre_id = dc.centre_id and r.id = dc.registration_id and r.withdrawn_at is not null)

-- BLOCK list_evidence_beside
-- The evidence beside whose decisions these bytes stand as a further document: nothing was confirmed on them there.
select distinct f.evidence_id, e.learner_id
  from further_documents f join evidence e on e.centre_id = f.centre_id and e.id = f.evidence_id
 where f.centre_id = current_centre() and f.sha256 = $sha256

-- BLOCK has_file_elsewhere
select identity.file_held_elsewhere($sha256) as "held!"

-- BLOCK list_removals
-- TYPE what: import('#domain/removals/removal.ts').RemovalKind
select r.id, r.what, r.file_name, r.sha256, r.reason, r.seen_at, r.asked_by, a.name as asked_by_name, r.asked_at, r.outcome, e.name as "ended_by_name?", r.ended_at, r.ended_because
  from removals r join identity.people a on a.id = r.asked_by left join identity.people e on e.id = r.ended_by
 where r.centre_id = current_centre() and r.evidence_id = $evidence_id
 order by r.asked_at desc
