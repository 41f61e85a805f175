-- BLOCK has_whole_centre
-- Whether this person sees every registration of the centre, so that the page can be read straight off an index.
select exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = $actor and g.ended_at is null
                  and g.role in ('lead-iqa', 'centre-administrator')) as "whole!"

-- BLOCK list_centre_by_progress_asc
-- TYPE places: { role: string; id: string; name: string }[]
-- TYPE prior: import('#domain/evidence/record-fields.ts').PriorKind[]
-- The page of a whole centre in order of confirmed progress: it reads as many rows as it shows, however large the centre.
with page as (
  select * from reported_registrations r
   where r.centre_id = current_centre() and ($version_id::uuid is null or r.version_id = $version_id) and ($search::text = '' or r.learner_name ilike '%' || $search || '%')
     and ($assessor_id::uuid is null or r.assessor_id = $assessor_id) and case $state::text when 'not-started' then r.not_started when 'complete' then r.complete when 'waiting' then r.waiting when 'under-way' then r.under_way else true end
   order by r.confirmed_share, r.registration_id limit $most::int offset $skip::int
)
select page.registration_id as "registration_id!", page.learner_id as "learner_id!", page.learner_name as "learner_name!", page.version_id as "version_id!", page.title as "title!", page.registered_on as "registered_on!",
       page.criteria as "criteria!", page.claimed as "claimed!", page.provisional as "provisional!", page.confirmed as "confirmed!", page.returned as "returned!", page.confirmed_share as "confirmed_share!", page.last_activity,
       coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'id', a.person_id, 'name', q.name)) from allocations a join identity.people q on q.id = a.person_id
                  where a.centre_id = current_centre() and a.registration_id = page.registration_id and a.ended_at is null), '[]') as "places!",
       -- Hardly any learner has such evidence, and nobody else's confirmed criteria are looked through for it.
       case when exists (select 1 from evidence_versions v where v.centre_id = current_centre() and v.learner_id = page.learner_id and v.type = 'prior-learning')
            then array(select k.kind from confirmed_on_prior_learning k where k.centre_id = current_centre() and k.registration_id = page.registration_id and k.learner_id = page.learner_id)
            else '{}' end as "prior!"
  from page order by page.confirmed_share, page.registration_id

-- BLOCK list_centre_by_progress_desc
-- TYPE places: { role: string; id: string; name: string }[]
-- TYPE prior: import('#domain/evidence/record-fields.ts').PriorKind[]
with page as (
  select * from reported_registrations r
   where r.centre_id = current_centre() and ($version_id::uuid is null or r.version_id = $version_id) and ($search::text = '' or r.learner_name ilike '%' || $search || '%')
     and ($assessor_id::uuid is null or r.assessor_id = $assessor_id) and case $state::text when 'not-started' then r.not_started when 'complete' then r.complete when 'waiting' then r.waiting when 'under-way' then r.under_way else true end
   order by r.confirmed_share desc, r.registration_id desc limit $most::int offset $skip::int
)
select page.registration_id as "registration_id!", page.learner_id as "learner_id!", page.learner_name as "learner_name!", page.version_id as "version_id!", page.title as "title!", page.registered_on as "registered_on!",
       page.criteria as "criteria!", page.claimed as "claimed!", page.provisional as "provisional!", page.confirmed as "confirmed!", page.returned as "returned!", page.confirmed_share as "confirmed_share!", page.last_activity,
       coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'id', a.person_id, 'name', q.name)) from allocations a join identity.people q on q.id = a.person_id
                  where a.centre_id = current_centre() and a.registration_id = page.registration_id and a.ended_at is null), '[]') as "places!",
       -- Hardly any learner has such evidence, and nobody else's confirmed criteria are looked through for it.
       case when exists (select 1 from evidence_versions v where v.centre_id = current_centre() and v.learner_id = page.learner_id and v.type = 'prior-learning')
            then array(select k.kind from confirmed_on_prior_learning k where k.centre_id = current_centre() and k.registration_id = page.registration_id and k.learner_id = page.learner_id)
            else '{}' end as "prior!"
  from page order by page.confirmed_share desc, page.registration_id desc

-- BLOCK list_registrations_reported
-- TYPE places: { role: string; id: string; name: string }[]
-- TYPE prior: import('#domain/evidence/record-fields.ts').PriorKind[]
-- The same rows for anybody and in any order: what the person may see is found first, then sorted.
with page as (
  select r.*
    from (select distinct registration_id from visible_registrations($actor)) s
    join reported_registrations r on r.centre_id = current_centre() and r.registration_id = s.registration_id
   where ($version_id::uuid is null or r.version_id = $version_id) and ($search::text = '' or r.learner_name ilike '%' || $search || '%')
     and ($assessor_id::uuid is null or r.assessor_id = $assessor_id) and case $state::text when 'not-started' then r.not_started when 'complete' then r.complete when 'waiting' then r.waiting when 'under-way' then r.under_way else true end
), placed as (
  select page.*, row_number() over (order by
           case when $descending::boolean then null else case $sort::text when 'learner' then lower(learner_name) when 'qualification' then lower(title) when 'registered' then registered_on::text when 'activity' then coalesce(last_activity::text, '') end end,
           case when $descending then case $sort when 'learner' then lower(learner_name) when 'qualification' then lower(title) when 'registered' then registered_on::text when 'activity' then coalesce(last_activity::text, '') end end desc nulls last,
           case when not $descending then case $sort when 'confirmed' then confirmed_share when 'claimed' then claimed + provisional end end,
           case when $descending then case $sort when 'confirmed' then confirmed_share when 'claimed' then claimed + provisional end end desc nulls last,
           lower(learner_name), registration_id) as place
    from page
)
select placed.registration_id as "registration_id!", placed.learner_id as "learner_id!", placed.learner_name as "learner_name!", placed.version_id as "version_id!", placed.title as "title!", placed.registered_on as "registered_on!",
       placed.criteria as "criteria!", placed.claimed as "claimed!", placed.provisional as "provisional!", placed.confirmed as "confirmed!", placed.returned as "returned!", placed.confirmed_share as "confirmed_share!", placed.last_activity,
       coalesce((select jsonb_agg(jsonb_build_object('role', a.role, 'id', a.person_id, 'name', q.name)) from allocations a join identity.people q on q.id = a.person_id
                  where a.centre_id = current_centre() and a.registration_id = placed.registration_id and a.ended_at is null), '[]') as "places!",
       -- Hardly any learner has such evidence, and nobody else's confirmed criteria are looked through for it.
       case when exists (select 1 from evidence_versions v where v.centre_id = current_centre() and v.learner_id = placed.learner_id and v.type = 'prior-learning')
            then array(select k.kind from confirmed_on_prior_learning k where k.centre_id = current_centre() and k.registration_id = placed.registration_id and k.learner_id = placed.learner_id)
            else '{}' end as "prior!"
  from placed where place > $skip::int and place <= $skip + $most::int order by place

-- BLOCK select_report_summary
-- TYPE qualifications: { versionId: string; title: string; registrations: number }[]
-- TYPE assessors: { id: string; name: string }[]
with seen as (
  select r.*
    from (select distinct registration_id from visible_registrations($actor)) s
    join reported_registrations r on r.centre_id = current_centre() and r.registration_id = s.registration_id
), found as (
  select * from seen r
   where ($version_id::uuid is null or r.version_id = $version_id) and ($search::text = '' or r.learner_name ilike '%' || $search || '%')
     and ($assessor_id::uuid is null or r.assessor_id = $assessor_id) and case $state::text when 'not-started' then r.not_started when 'complete' then r.complete when 'waiting' then r.waiting when 'under-way' then r.under_way else true end
)
select count(*)::int as "registrations!", count(distinct learner_id)::int as "learners!", coalesce(sum(criteria), 0)::int as "criteria!", coalesce(sum(claimed), 0)::int as "claimed!",
       case when exists (select 1 from evidence_versions v where v.centre_id = current_centre() and v.type = 'prior-learning')
            then (select count(*)::int from confirmed_on_prior_learning k where k.centre_id = current_centre() and k.registration_id in (select registration_id from found))
            else 0 end as "prior!",
       coalesce(sum(provisional), 0)::int as "provisional!", coalesce(sum(confirmed), 0)::int as "confirmed!", coalesce(sum(returned), 0)::int as "returned!",
       coalesce((select jsonb_agg(jsonb_build_object('versionId', q.version_id, 'title', q.title, 'registrations', q.registrations) order by q.title)
                   from (select version_id, title, count(*)::int as registrations from seen group by version_id, title) q), '[]') as "qualifications!",
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name)
                   from identity.people p where p.id in (select assessor_id from seen)), '[]') as "assessors!"
  from found
