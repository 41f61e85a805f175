-- BLOCK lock_version
-- Two who set the methods of a qualification take turns.
select v.id from qualification_versions v
  join qualifications q on q.centre_id = v.centre_id and q.id = v.qualification_id
 where v.centre_id = current_centre() and v.id = $version_id
   for no key update of q

-- BLOCK list_methods
-- TYPE switched_off: import('#domain/evidence/evidence.ts').EvidenceType[]
-- Everything that was said of these versions, newest first.
select m.version_id, m.number, m.switched_off, m.reason, m.set_by, p.name as by, m.set_at as at
  from qualification_methods m join identity.people p on p.id = m.set_by
 where m.centre_id = current_centre() and m.version_id = any($version_ids::uuid[])
 order by m.number desc

-- BLOCK insert_methods
insert into qualification_methods (centre_id, version_id, number, switched_off, reason, set_by, set_at)
values (current_centre(), $version_id, $number, $switched_off, $reason, $by, $at) returning number

-- BLOCK list_own_methods
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- What the centre has added for a version; what has ended comes last.
select m.id, m.name, m.abbreviation, m.explanation, m.type, p.name as by, m.added_at as at, m.ended_at
  from own_methods m join identity.people p on p.id = m.added_by
 where m.centre_id = current_centre() and m.version_id = $version_id
 order by m.ended_at nulls first, lower(m.name), m.id

-- BLOCK list_own_methods_of_learner
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- What a learner may choose: added for a version that they work towards, and not ended.
select distinct m.id, m.name, m.abbreviation, m.explanation, m.type, v.title as qualification
  from registrations r
  join own_methods m on m.centre_id = r.centre_id and m.version_id = r.version_id and m.ended_at is null
  join qualification_versions v on v.centre_id = m.centre_id and v.id = m.version_id
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
 order by m.name, m.id

-- BLOCK list_own_methods_in_use
-- What evidence was put in as, to narrow a list by; one that has ended too.
select m.id, m.name, m.abbreviation from own_methods m
 where m.centre_id = current_centre()
   and exists (select 1 from evidence_versions v where v.centre_id = m.centre_id and v.own_method_id = m.id
                  and v.learner_id in (select l.learner_id from visible_learners($actor) l))
 order by m.name, m.id

-- BLOCK insert_own_method
insert into own_methods (centre_id, version_id, name, abbreviation, explanation, type, added_by, added_at)
values (current_centre(), $version_id, $name, $abbreviation, $explanation, $type, $by, $at) returning id

-- BLOCK lock_own_method
select m.id, m.ended_at from own_methods m where m.centre_id = current_centre() and m.id = $own_method_id for no key update of m

-- BLOCK update_ended_own_method
update own_methods m set ended_by = $by, ended_at = $at where m.centre_id = current_centre() and m.id = $own_method_id

-- BLOCK select_learner
-- A learner for those for whom their portfolio exists.
select p.id from identity.people p
 where p.id = $learner_id and (p.id = $actor or p.id in (select l.learner_id from visible_learners($actor) l))

-- BLOCK list_kinds_off
-- The kinds that are not accepted, for each qualification that the learner works towards, or for one registration.
-- TYPE kinds_off: import('#domain/evidence/evidence.ts').EvidenceType[]
select r.id as registration_id, r.version_id, v.title as qualification,
       coalesce((select m.switched_off from standing_methods m where m.centre_id = r.centre_id and m.version_id = r.version_id), '{}') as "kinds_off!"
  from registrations r join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
   and ($registration_id::uuid is null or r.id = $registration_id)
 order by r.registered_at, r.id
