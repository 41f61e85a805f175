-- BLOCK list_worksheets
-- TYPE questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
-- TYPE own: { registrationId: string; qualification: string }[]
select w.id, w.unit_id, u.number, u.title as unit_title, w.title, w.questions, p.name as by, w.made_at as at,
       coalesce((select jsonb_agg(jsonb_build_object('registrationId', r.id, 'qualification', v.title) order by r.registered_at)
                   from registrations r
                   join registration_units s on s.centre_id = r.centre_id and s.registration_id = r.id and s.unit_id = w.unit_id
                   join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
                  where r.centre_id = w.centre_id and r.learner_id = $actor and r.withdrawn_at is null), '[]') as "own!"
  from worksheets w
  join units u on u.centre_id = w.centre_id and u.id = w.unit_id
  join identity.people p on p.id = w.made_by
 where w.centre_id = current_centre() and w.ended_at is null and ($unit_id::uuid is null or w.unit_id = $unit_id)
 order by u.number, u.title, w.made_at, w.id

-- BLOCK list_answers
-- What a learner has answered worksheets in, or one of them, the newest first; what was taken back is none.
-- TYPE state: import('#domain/evidence/evidence.ts').EvidenceState
select v.worksheet_id as "worksheet_id!", e.id as evidence_id, e.number, v.version, v.state,
       array(select distinct c.registration_id from claims c
              where c.centre_id = e.centre_id and c.evidence_id = e.id and c.withdrawn_at is null) as "registration_ids!",
       coalesce((select d.marks @> '[{"enough": false}]' from decisions d
                  where d.centre_id = e.centre_id and d.evidence_id = e.id and d.layer = 'assessor' and d.marks <> '[]'
                  order by d.decided_at desc limit 1), false) as "not_yet!"
  from evidence e
  join evidence_versions v on v.centre_id = e.centre_id and v.evidence_id = e.id
   and v.version = (select max(x.version) from evidence_versions x where x.centre_id = e.centre_id and x.evidence_id = e.id)
 where e.centre_id = current_centre() and e.learner_id = $learner_id and v.state <> 'withdrawn'
   and v.worksheet_id is not null and ($worksheet_id::uuid is null or v.worksheet_id = $worksheet_id)
 order by e.number desc

-- BLOCK select_unit
select u.id from units u where u.centre_id = current_centre() and u.id = $unit_id

-- BLOCK list_criteria
-- TYPE kind: import('#domain/qualifications/specification.ts').CriterionKind
select c.id, c.kind from criteria c where c.centre_id = current_centre() and c.unit_id = $unit_id

-- BLOCK insert_worksheet
-- TYPE questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
insert into worksheets (centre_id, id, unit_id, title, questions, made_by, made_at)
values (current_centre(), $id, $unit_id, $title, $questions, $by, $at)

-- BLOCK lock_worksheet
-- TYPE questions: import('#domain/worksheets/worksheet.ts').WorksheetQuestion[]
select w.id, w.unit_id, w.title, w.questions, w.ended_at from worksheets w where w.centre_id = current_centre() and w.id = $worksheet_id for update

-- BLOCK update_ended_worksheet
update worksheets set ended_by = $by, ended_at = $at
 where centre_id = current_centre() and id = $worksheet_id and unit_id = $unit_id and ended_at is null
