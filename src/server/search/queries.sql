-- BLOCK list_found_learners
-- Registrations that exist for the actor, by the learner's name; a whole word at the start ranks first.
select r.id as registration_id, p.id as learner_id, p.name, v.title as qualification, v.number, v.level
  from (select distinct registration_id from visible_registrations($actor)) x
  join registrations r on r.centre_id = current_centre() and r.id = x.registration_id and r.withdrawn_at is null
  join identity.people p on p.id = r.learner_id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
 where concat_ws(' ', p.name, v.title, v.number) ilike all($patterns::text[]) and p.name ilike any($patterns::text[])
 order by case when lower(p.name) like lower($search) || '%' then 0 when lower(p.name) like '% ' || lower($search) || '%' then 1 else 2 end,
          lower(p.name), v.title, r.id
 limit 12

-- BLOCK count_visible_learners
select count(*)::integer as "learners!" from visible_learners($actor)

-- BLOCK list_found_evidence
-- Evidence in its newest version, by number, title, description or learner, in the few portfolios that exist for the actor.
select e.id, e.number, v.title, e.learner_id, p.name as learner, v.state
  from (select distinct learner_id from visible_learners($actor)) x
  join evidence e on e.centre_id = current_centre() and e.learner_id = x.learner_id
  join identity.people p on p.id = e.learner_id
  join lateral (select * from evidence_versions v where v.centre_id = e.centre_id and v.evidence_id = e.id order by v.version desc limit 1) v on true
 where concat_ws(' ', 'evidence', e.number, v.title, v.description, p.name) ilike all($patterns::text[])
   and (concat_ws(' ', e.number, v.title, v.description) ilike any($patterns::text[]))
   and (v.state <> 'draft' or e.learner_id = $actor or e.created_by = $actor)
 order by word_similarity($search, v.title) desc, v.created_at desc, e.id
 limit 12

-- BLOCK list_evidence_titled
-- The same for somebody who sees a whole centre: by title alone, through its index.
select e.id, e.number, v.title, e.learner_id, p.name as learner, v.state
  from evidence_titled($rarest, $patterns::text[], 1000) f
  join evidence_versions v on v.centre_id = current_centre() and v.evidence_id = f.evidence_id and v.version = f.version
  join evidence e on e.centre_id = v.centre_id and e.id = v.evidence_id
  join identity.people p on p.id = e.learner_id
 where e.learner_id in (select learner_id from visible_learners($actor))
   and (v.state <> 'draft' or e.learner_id = $actor or e.created_by = $actor)
 order by word_similarity($search, v.title) desc, v.created_at desc, e.id
 limit 12
