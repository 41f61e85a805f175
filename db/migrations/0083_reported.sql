-- A registration as the report shows it, in one place: whose it is, its figures, and the words that its filter speaks of.
-- What a statement does not ask for is not computed. The stages are yes or no, each by itself: of a word to be compared the
-- planner thinks that it fits hardly any row, and sorts the centre instead of following the index.
create view reported_registrations with (security_invoker = true) as
select p.centre_id, p.registration_id, r.learner_id, l.name as learner_name, r.version_id, v.title, r.registered_on,
       p.criteria, p.claimed, p.provisional, p.confirmed, p.returned, p.confirmed_share, p.last_activity,
       p.confirmed + p.claimed + p.provisional + p.returned = 0 as not_started,
       p.criteria > 0 and p.confirmed = p.criteria as complete,
       p.confirmed < p.criteria and p.confirmed + p.claimed + p.provisional + p.returned > 0 as under_way,
       p.claimed + p.provisional > 0 as waiting,
       (select a.person_id from allocations a
         where a.centre_id = r.centre_id and a.registration_id = r.id and a.role = 'assessor' and a.ended_at is null) as assessor_id
  from registration_progress p
  join registrations r on r.centre_id = p.centre_id and r.id = p.registration_id
  join identity.people l on l.id = r.learner_id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
 where r.withdrawn_at is null;
