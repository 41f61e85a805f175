-- BLOCK list_evidence
-- One row for each piece of evidence, as its newest version stands. A null leaves the filter open.
-- TYPE own_method: import('#domain/methods/own-methods.ts').OwnMethod | null
-- TYPE media_types: string[]
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE sector: import('#domain/settings/settings.ts').Sector
-- TYPE customers: import('#domain/settings/settings.ts').Customers
with learners as materialized (select l.learner_id from visible_learners($actor) l),
shown as (
  select e.id, e.number, e.learner_id, p.name as learner_name, e.kind, v.version, v.state, v.state_since, v.title, v.description,
         v.statement_text, v.record, v.shown_on, v.setting, v.sector, v.customers, v.type, v.own_method_id,
         case when v.state in ('draft', 'returned') then 'learner' when v.state in ('submitted', 'under-review') then 'assessor' else 'nobody' end as waiting_for
    from learners l
    join evidence e on e.centre_id = current_centre() and e.learner_id = l.learner_id
    join identity.people p on p.id = e.learner_id
    join lateral (select * from evidence_versions v where v.centre_id = e.centre_id and v.evidence_id = e.id order by v.version desc limit 1) v on true
   where ($learner_id::uuid is null or e.learner_id = $learner_id)
),
found as (
  select s.*, count(*) over ()::int as total
    from shown s
   where ($state::evidence_state is null or s.state = $state)
     and ($type::text is null or s.type = $type)
     and ($own_method_id::uuid is null or s.own_method_id = $own_method_id)
     and ($setting::text is null or s.setting = $setting)
     and ($search::text is null or s.title ilike '%' || $search || '%' or s.description ilike '%' || $search || '%' or s.statement_text ilike '%' || $search || '%' or s.record::text ilike '%' || $search || '%'
          or s.learner_name ilike '%' || $search || '%' or s.number::text = $search)
     and ($waiting_for::text is null or s.waiting_for = $waiting_for)
     and ($waiting_for_actor::uuid is null
          or (s.waiting_for = 'learner' and s.learner_id = $waiting_for_actor)
          or (s.waiting_for = 'assessor' and exists (
                select 1 from claims x
                  join visible_registrations($actor) r on r.registration_id = x.registration_id and r.seen_as in ('trainee-assessor', 'assessor', 'countersigner')
                 where x.centre_id = current_centre() and x.evidence_id = s.id and x.version = s.version and x.withdrawn_at is null)))
     and ($media::text is null
          or ($media = 'statement' and coalesce(s.statement_text, '') <> '')
          or exists (select 1 from evidence_files f join files m on m.centre_id = f.centre_id and m.sha256 = f.sha256
                      where f.centre_id = current_centre() and f.evidence_id = s.id and f.version = s.version and f.removed_at is null
                        and case when m.media_type = 'application/pdf' then 'pdf'
                                 when m.media_type = 'message/rfc822' then 'text'
                                 when split_part(m.media_type, '/', 1) in ('image', 'audio', 'video', 'text') then split_part(m.media_type, '/', 1)
                                 when m.media_type ~ 'officedocument|opendocument|msword|ms-excel|ms-powerpoint|rtf|x-cfb' then 'document'
                                 else 'other' end = $media))
     and (($unit_id::uuid is null and $criterion_id::uuid is null and $registration_id::uuid is null)
          or exists (select 1 from claims x join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
                      where x.centre_id = current_centre() and x.evidence_id = s.id and x.version = s.version and x.withdrawn_at is null
                        and ($unit_id::uuid is null or c.unit_id = $unit_id)
                        and ($criterion_id::uuid is null or c.id = $criterion_id)
                        and ($registration_id::uuid is null or x.registration_id = $registration_id)))
   order by case when $sort = 'title' and $ascending then lower(s.title) end,
            case when $sort = 'title' and not $ascending then lower(s.title) end desc,
            case when $sort = 'learner' and $ascending then lower(s.learner_name) end,
            case when $sort = 'learner' and not $ascending then lower(s.learner_name) end desc,
            case when $sort = 'state' and $ascending then s.state end,
            case when $sort = 'state' and not $ascending then s.state end desc,
            case when $sort = 'since' and $ascending then s.state_since end,
            case when $sort = 'since' and not $ascending then s.state_since end desc,
            case when $sort = 'shown-on' and $ascending then s.shown_on end nulls last,
            case when $sort = 'shown-on' and not $ascending then s.shown_on end desc nulls last,
            case when $ascending then s.number end, case when not $ascending then s.number end desc, s.id
   limit $size offset $skip
),
-- Numbered as they were ordered, so that what is counted for each of them is counted for one page only.
page as (select f.*, row_number() over () as place from found f)
select s.id as "id!", s.number as "number!", s.learner_id as "learner_id!", s.learner_name as "learner_name!", s.kind as "kind!", s.version as "version!",
       s.state as "state!", s.state_since as "state_since!", s.title as "title!", s.shown_on, s.setting, s.sector, s.customers, s.type,
       (select jsonb_build_object('id', o.id, 'name', o.name, 'abbreviation', o.abbreviation) from own_methods o where o.centre_id = current_centre() and o.id = s.own_method_id) as own_method, s.waiting_for as "waiting_for!",
       coalesce(s.statement_text, '') <> '' as "has_statement!",
       array(select m.media_type from evidence_files f join files m on m.centre_id = f.centre_id and m.sha256 = f.sha256
              where f.centre_id = current_centre() and f.evidence_id = s.id and f.version = s.version and f.removed_at is null order by f.position) as "media_types!",
       t.claims as "claims!", t.units as "units!", s.total as "total!"
  from page s
  join lateral (select count(*)::int as claims, count(distinct c.unit_id)::int as units
                  from claims x join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
                 where x.centre_id = current_centre() and x.evidence_id = s.id and x.version = s.version and x.withdrawn_at is null) t on true
 order by s.place

-- BLOCK list_learner_units
-- The units a learner has chosen, over all their registrations, to narrow the index by.
select distinct u.id, u.number, u.title
  from registrations r
  join registration_units x on x.centre_id = r.centre_id and x.registration_id = r.id
  join units u on u.centre_id = x.centre_id and u.id = x.unit_id
 where r.centre_id = current_centre() and r.learner_id = $learner_id and r.withdrawn_at is null
 order by u.title
