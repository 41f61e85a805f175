-- BLOCK list_known_people
-- TYPE authority: import('#domain/competence/authority.ts').AuthorityFacts | null
-- The people of the centre behind these addresses, with the roles they hold now.
select a.email::text as "email!", p.id as person_id, p.name,
       array(select g.role::text from role_grants g where g.centre_id = current_centre() and g.person_id = p.id and g.ended_at is null) as "roles!",
       (select f.facts from authority_facts f where f.centre_id = current_centre() and f.person_id = p.id) as authority,
       array(select c.learner_id from barring_conflicts c where c.centre_id = current_centre() and c.person_id = p.id) as "barred_from!"
  from addresses a join identity.people p on p.id = a.person_id
 where a.centre_id = current_centre() and a.email = any ($emails::text[]::citext[])

-- BLOCK list_current_versions
-- TYPE dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
-- TYPE other_numbers: { scheme: string; value: string }[]
-- TYPE successors: string[]
select distinct on (v.qualification_id) v.id, v.qualification_id, v.level, v.title, v.number, s.other_numbers as "other_numbers!", s.dates as "dates!",
       s.accredited_from, s.accredited_to, s.successors as "successors!"
  from qualification_versions v join registration_facts s on s.centre_id = v.centre_id and s.qualification_id = v.qualification_id
 where v.centre_id = current_centre()
 order by v.qualification_id, v.version desc
