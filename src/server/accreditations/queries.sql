-- BLOCK select_accreditation
-- TYPE other_numbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
-- What counts now.
select s.qualification_id as "qualification_id!", s.number as "number!", s.other_numbers as "other_numbers!", s.accredited_from, s.accredited_to, s.predecessor_id, s.predecessor_text
  from standing_accreditations s where s.centre_id = current_centre() and s.qualification_id = $qualification_id

-- BLOCK lock_qualification
-- Two who record something about one qualification take turns.
select q.id from qualifications q where q.centre_id = current_centre() and q.id = $qualification_id for update

-- BLOCK list_recorded
-- TYPE other_numbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
select a.number, a.other_numbers, a.accredited_from, a.accredited_to, a.predecessor_id, a.predecessor_text, a.reason, a.recorded_by, p.name as by, a.recorded_at as at
  from accreditations a join identity.people p on p.id = a.recorded_by
 where a.centre_id = current_centre() and a.qualification_id = $qualification_id
 order by a.number desc

-- BLOCK list_neighbours
-- TYPE other_numbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
-- The qualifications named, and those that follow one; each in its newest version.
select q.id, s.predecessor_id, s.other_numbers as "other_numbers!", s.accredited_from, s.accredited_to, v.id as version_id, v.title, v.number
  from qualifications q
  join standing_accreditations s on s.centre_id = q.centre_id and s.qualification_id = q.id
  join lateral (select v.id, v.title, v.number from qualification_versions v
                 where v.centre_id = q.centre_id and v.qualification_id = q.id order by v.version desc limit 1) v on true
 where q.centre_id = current_centre() and (q.id = any ($ids::uuid[]) or s.predecessor_id = $qualification_id)
 order by s.accredited_from nulls last, v.title

-- BLOCK list_followed
-- What each qualification of the catalogue follows, of those that follow one.
select s.qualification_id as "qualification_id!", s.predecessor_id as "predecessor_id!" from standing_accreditations s
 where s.centre_id = current_centre() and s.predecessor_id is not null

-- BLOCK insert_accreditation
insert into accreditations (centre_id, qualification_id, number, other_numbers, accredited_from, accredited_to, predecessor_id, predecessor_text, reason, recorded_by, recorded_at)
values (current_centre(), $qualification_id, $number, $other_numbers, $accredited_from, $accredited_to, $predecessor_id, $predecessor_text, $reason, $by, $at)
returning number
