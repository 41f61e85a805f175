-- BLOCK select_decided
-- A decision as something that documents stand beside, if its evidence exists for this actor.
select d.id, d.evidence_id, e.learner_id, d.decided_by as made_by, d.decided_as as made_as,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from decisions d join evidence e on e.centre_id = d.centre_id and e.id = d.evidence_id
 where d.centre_id = current_centre() and d.id = $decision_id
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK select_questioned
-- A question in the same way.
select q.id, q.evidence_id, q.learner_id, q.raised_by as made_by, q.raised_as as made_as,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = q.learner_id) as "seen_as!"
  from questions q
 where q.centre_id = current_centre() and q.id = $question_id
   and q.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK list_own_acts
-- What the actor decided and questioned on this evidence.
select d.id as "id!", true as "decision!", d.decided_as as "made_as!" from decisions d
 where d.centre_id = current_centre() and d.evidence_id = $evidence_id and d.decided_by = $actor
union all
select q.id, false, q.raised_as from questions q
 where q.centre_id = current_centre() and q.evidence_id = $evidence_id and q.raised_by = $actor

-- BLOCK insert_further_document
insert into further_documents (centre_id, evidence_id, decision_id, question_id, name, sha256, added_by, added_as, added_at)
values (current_centre(), $evidence_id, $decision_id, $question_id, $name, $sha256, $by, $as, $at)
returning id

-- BLOCK list_further_documents
select f.id, f.decision_id, f.question_id, f.name, f.sha256, s.size, s.media_type, s.removed_at as gone_at,
       f.added_at, f.added_by, p.name as added_by_name, f.added_as, f.withdrawn_at, f.withdrawn_because
  from further_documents f
  join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
  join identity.people p on p.id = f.added_by
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id
 order by f.added_at, f.name, f.id

-- BLOCK select_further_document
-- To be opened: what was taken out of storage for good is gone for all.
select f.name, f.sha256, s.size, s.media_type, f.withdrawn_at, f.added_by as made_by,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from further_documents f
  join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
  join evidence e on e.centre_id = f.centre_id and e.id = f.evidence_id
 where f.centre_id = current_centre() and f.id = $further_document_id and s.removed_at is null
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK lock_further_document
select f.id, f.evidence_id, e.learner_id, f.decision_id, f.question_id, f.name, f.sha256, f.withdrawn_at, f.withdrawn_because,
       f.added_by as made_by, f.added_as as made_as,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from further_documents f join evidence e on e.centre_id = f.centre_id and e.id = f.evidence_id
 where f.centre_id = current_centre() and f.id = $further_document_id
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)
   for update of f

-- BLOCK update_further_document_withdrawn
update further_documents set withdrawn_at = $at, withdrawn_because = $because
 where centre_id = current_centre() and id = $further_document_id
