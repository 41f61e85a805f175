-- BLOCK select_qualification
-- TYPE standing: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
select q.id, q.title, s.dates as "standing!"
  from qualifications q join standing_dates s on s.centre_id = q.centre_id and s.qualification_id = q.id
 where q.centre_id = current_centre() and q.id = $qualification_id

-- BLOCK lock_qualification
-- Two who record dates take turns.
select q.id from qualifications q where q.centre_id = current_centre() and q.id = $qualification_id for update

-- BLOCK list_recorded_dates
select d.number, d.opens, d.last_registration, d.last_certification, d.reason, d.recorded_by, p.name as recorded_by_name, d.recorded_at
  from qualification_dates d join identity.people p on p.id = d.recorded_by
 where d.centre_id = current_centre() and d.qualification_id = $qualification_id
 order by d.number desc

-- BLOCK list_printed_dates
-- TYPE dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
-- What the versions print, newest first; versions that print no date are left out.
select v.version, v.dates, p.name as published_by, v.published_at
  from qualification_versions v join identity.people p on p.id = v.published_by
 where v.centre_id = current_centre() and v.qualification_id = $qualification_id
   and coalesce(v.dates->>'opens', v.dates->>'lastRegistration', v.dates->>'lastCertification') is not null
 order by v.version desc

-- BLOCK count_open_registrations
select count(*)::integer as "open!",
       count(*) filter (where r.registered_on < $opens::date or r.registered_on > $last_registration::date)::integer as "registered_outside!",
       count(*) filter (where $last_certification::date < $today::date)::integer as "beyond_certification!",
       count(*) filter (where coalesce(p.confirmed, 0) < coalesce(p.criteria, 0))::integer as "unfinished!"
  from (select distinct registration_id from visible_registrations($actor)) x
  join registrations r on r.centre_id = current_centre() and r.id = x.registration_id and r.withdrawn_at is null
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id and v.qualification_id = $qualification_id
  left join registration_progress p on p.centre_id = r.centre_id and p.registration_id = r.id

-- BLOCK insert_qualification_dates
insert into qualification_dates (centre_id, qualification_id, number, opens, last_registration, last_certification, reason, recorded_by, recorded_at)
values (current_centre(), $qualification_id, $number, $opens, $last_registration, $last_certification, $reason, $by, $at) returning number

-- BLOCK list_qualifications_worked_on
-- TYPE dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
-- Qualifications with open registrations that exist for the actor; one's own registrations apart from those of others.
select q.id, q.title, q.number, s.dates as "dates!", s.accredited_from, s.accredited_to, (r.learner_id = $actor) as "own!", count(distinct r.learner_id)::integer as "learners!",
       (select v.id from qualification_versions v where v.centre_id = q.centre_id and v.qualification_id = q.id order by v.version desc limit 1) as "version_id!"
  from (select distinct registration_id from visible_registrations($actor)) x
  join registrations r on r.centre_id = current_centre() and r.id = x.registration_id and r.withdrawn_at is null
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join qualifications q on q.centre_id = v.centre_id and q.id = v.qualification_id
  join registration_facts s on s.centre_id = q.centre_id and s.qualification_id = q.id
 group by q.centre_id, q.id, s.dates, s.accredited_from, s.accredited_to, (r.learner_id = $actor)
 order by q.title, q.id
