-- BLOCK select_version
select v.id from qualification_versions v where v.centre_id = current_centre() and v.id = $version_id

-- BLOCK lock_version
-- Two who set the methods of a qualification take turns.
select v.id from qualification_versions v
  join qualifications q on q.centre_id = v.centre_id and q.id = v.qualification_id
 where v.centre_id = current_centre() and v.id = $version_id
   for no key update of q

-- BLOCK list_methods
-- TYPE switched_off: import('#domain/evidence/evidence.ts').EvidenceType[]
-- Everything that was said of a version, newest first.
select m.number, m.switched_off, m.reason, m.set_by, p.name as by, m.set_at as at
  from qualification_methods m join identity.people p on p.id = m.set_by
 where m.centre_id = current_centre() and m.version_id = $version_id
 order by m.number desc

-- BLOCK insert_methods
insert into qualification_methods (centre_id, version_id, number, switched_off, reason, set_by, set_at)
values (current_centre(), $version_id, $number, $switched_off, $reason, $by, $at) returning number
