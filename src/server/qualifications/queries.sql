-- BLOCK select_centre_for_publishing
-- One publication at a time in a centre, so that version numbers and shared units cannot be made twice.
select current_centre() as "centre_id!", pg_advisory_xact_lock(hashtext('publish'), hashtext(current_centre()::text)) as "lock!"

-- BLOCK list_stored_units
-- TYPE unit: import('#domain/qualifications/specification.ts').UnitSpecification
-- Units that are already in the catalogue, as the specification has them.
select u.id, u.digest, json_build_object(
         'id', u.code, 'reference', u.reference, 'number', u.number, 'title', u.title, 'level', u.level, 'credit', u.credit, 'glh', u.glh,
         'simulation', u.simulation, 'evidenceRequirements', u.evidence_requirements, 'knowledgeOnly', u.knowledge_only, 'worksheet', u.worksheet,
         'outcomes', coalesce((
           select json_agg(json_build_object('number', o.number, 'kind', o.kind, 'title', o.title, 'criteria', coalesce((
                    select json_agg(json_build_object('number', c.number, 'kind', c.kind, 'verb', c.verb, 'plural', c.plural, 'text', c.text, 'parts', c.parts) order by c.position)
                      from criteria c where c.centre_id = o.centre_id and c.outcome_id = o.id), '[]')) order by o.position)
             from outcomes o where o.centre_id = u.centre_id and o.unit_id = u.id), '[]')) as "unit!"
  from units u where u.centre_id = current_centre() and u.digest = any($digests)

-- BLOCK insert_all_units
-- Units with their outcomes and criteria, in one statement; the ids are given.
with given as materialized (select unit, (unit->>'id')::uuid as id from jsonb_array_elements($units::jsonb) unit),
new_units as (
  insert into units (centre_id, id, code, reference, number, title, level, credit, glh, simulation, evidence_requirements, knowledge_only, worksheet, criterion_count, digest)
  select current_centre(), g.id, unit->>'code', unit->>'reference', unit->>'number', unit->>'title', (unit->>'level')::integer, (unit->>'credit')::integer,
         (unit->>'glh')::integer, unit->'simulation', unit->'evidenceRequirements', (unit->>'knowledgeOnly')::boolean, (unit->>'worksheet')::boolean,
         (unit->>'criterionCount')::integer, unit->>'digest'
    from given g
),
given_outcomes as materialized (
  select g.id as unit_id, o.outcome, (o.outcome->>'id')::uuid as id, o.position from given g, jsonb_array_elements(g.unit->'outcomes') with ordinality o(outcome, position)
),
new_outcomes as (
  insert into outcomes (centre_id, id, unit_id, position, number, kind, title)
  select current_centre(), o.id, o.unit_id, o.position, outcome->>'number', outcome->>'kind', outcome->>'title' from given_outcomes o
)
insert into criteria (centre_id, unit_id, outcome_id, position, number, kind, verb, plural, text, parts)
select current_centre(), o.unit_id, o.id, row_number() over (partition by o.unit_id order by o.position, c.position), c.one->>'number', c.one->>'kind', c.one->>'verb',
       (c.one->>'plural')::boolean, c.one->>'text', c.one->'parts'
  from given_outcomes o, jsonb_array_elements(o.outcome->'criteria') with ordinality c(one, position)

-- BLOCK select_optional_qualification_like
-- A qualification is known by its number; one without, by its title and awarding organisation, as long as no other number
-- of it speaks against that: an awarding organisation gives a successor the same title and another code (R14).
select q.id from qualifications q join standing_accreditations a on a.centre_id = q.centre_id and a.qualification_id = q.id
 where q.centre_id = current_centre()
   and case when $number::text is not null then q.number = $number
            else q.number is null and q.title = $title and q.awarding_organisation is not distinct from $awarding_organisation
                 and not exists (select 1 from jsonb_array_elements(a.other_numbers) o join jsonb_array_elements($other_numbers::jsonb) n on n->>'scheme' = o->>'scheme'
                                  where n->>'value' <> o->>'value') end
 limit 1

-- BLOCK insert_qualification
insert into qualifications (centre_id, number, title, awarding_organisation, created_at)
values (current_centre(), $number, $title, $awarding_organisation, $at) returning id

-- BLOCK update_qualification_title
update qualifications set title = $title, awarding_organisation = coalesce($awarding_organisation, awarding_organisation)
 where centre_id = current_centre() and id = $qualification_id

-- BLOCK insert_version
insert into qualification_versions (centre_id, qualification_id, version, title, number, other_numbers, awarding_organisation, framework, level, total_credit,
                                    dates, groups, rules, rule_texts, rules_complete, permission_statements, import_id, published_by, published_at)
select current_centre(), $qualification_id, coalesce(max(v.version), 0) + 1, $title, $number, $other_numbers, $awarding_organisation, $framework, $level, $total_credit,
       $dates, $groups, $rules, $rule_texts, $rules_complete, $permission_statements, $import_id, $person_id, $at
  from qualification_versions v where v.centre_id = current_centre() and v.qualification_id = $qualification_id
returning id, version

-- BLOCK insert_places
insert into unit_places (centre_id, version_id, unit_id, position, group_code, theme, mandatory, as_printed)
select current_centre(), $version_id, (p->>'unitId')::uuid, (p->>'position')::integer, p->>'group', p->>'theme', (p->>'mandatory')::boolean, p->'asPrinted'
  from jsonb_array_elements($places::jsonb) p

-- BLOCK select_version_key
-- Whose version it is: asked on every walk, so that a cached tree is never shown to another centre.
select centre_id from qualification_versions where centre_id = current_centre() and id = $version_id

-- BLOCK select_tree
-- TYPE tree: import('./tree.ts').StoredTree
-- A whole version as one document.
with placed as materialized (
  select p.*, u.code, u.reference, u.number, u.title, u.level, u.credit, u.glh, u.simulation, u.evidence_requirements, u.knowledge_only, u.worksheet, u.criterion_count
    from unit_places p join units u on u.centre_id = p.centre_id and u.id = p.unit_id
   where p.centre_id = current_centre() and p.version_id = $version_id
),
asked as materialized (
  select c.outcome_id, json_agg(json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'verb', c.verb, 'plural', c.plural, 'text', c.text, 'parts', c.parts) order by c.position) as criteria
    from placed p join criteria c on c.centre_id = p.centre_id and c.unit_id = p.unit_id group by c.outcome_id
),
learnt as materialized (
  select o.unit_id, json_agg(json_build_object('id', o.id, 'number', o.number, 'kind', o.kind, 'title', o.title, 'criteria', coalesce(a.criteria, '[]')) order by o.position) as outcomes
    from placed p join outcomes o on o.centre_id = p.centre_id and o.unit_id = p.unit_id left join asked a on a.outcome_id = o.id group by o.unit_id
)
select json_build_object(
         'versionId', v.id, 'qualificationId', v.qualification_id, 'version', v.version, 'title', v.title, 'number', v.number, 'otherNumbers', v.other_numbers,
         'awardingOrganisation', v.awarding_organisation, 'framework', v.framework, 'level', v.level, 'totalCredit', v.total_credit, 'dates', v.dates,
         'groups', v.groups, 'rules', v.rules, 'ruleTexts', v.rule_texts, 'rulesComplete', v.rules_complete, 'permissionStatements', v.permission_statements, 'importId', v.import_id,
         'units', coalesce((
           select json_agg(json_build_object(
                    'id', p.unit_id, 'code', p.code, 'reference', p.reference, 'number', p.number, 'title', p.title, 'level', p.level, 'credit', p.credit, 'glh', p.glh,
                    'group', p.group_code, 'theme', p.theme, 'mandatory', p.mandatory, 'simulation', p.simulation, 'evidenceRequirements', p.evidence_requirements,
                    'knowledgeOnly', p.knowledge_only, 'worksheet', p.worksheet, 'criterionCount', p.criterion_count,
                    'asPrinted', p.as_printed, 'outcomes', coalesce(l.outcomes, '[]')) order by p.position)
             from placed p left join learnt l on l.unit_id = p.unit_id), '[]')) as "tree!", v.published_at
  from qualification_versions v where v.centre_id = current_centre() and v.id = $version_id

-- BLOCK list_qualifications
-- TYPE other_numbers: import('#domain/qualifications/accreditation.ts').OtherNumber[]
-- Each qualification in its newest version.
select q.id, v.title, v.number, a.other_numbers as "other_numbers!", a.accredited_from, a.accredited_to, v.awarding_organisation, v.framework, v.level, v.id as version_id, v.version, v.published_at,
       n.units as "units!", n.criteria as "criteria!"
  from qualifications q
  join lateral (select * from qualification_versions v where v.centre_id = q.centre_id and v.qualification_id = q.id order by v.version desc limit 1) v on true
  join standing_accreditations a on a.centre_id = q.centre_id and a.qualification_id = q.id
  cross join lateral (select string_agg(concat_ws(' ', o->>'value', replace(o->>'value', ' ', '')), ' ') as numbers from jsonb_array_elements(a.other_numbers) o) other
  join lateral (
    select count(*)::integer as units, coalesce(sum(u.criterion_count), 0)::integer as criteria
      from unit_places p join units u on u.centre_id = p.centre_id and u.id = p.unit_id where p.centre_id = v.centre_id and p.version_id = v.id) n on true
 where q.centre_id = current_centre()
   and concat_ws(' ', v.title, v.number, replace(v.number, '/', ''), other.numbers, v.awarding_organisation, v.framework, 'level ' || v.level) ilike all($patterns::text[])
 order by lower(v.title), v.number

-- BLOCK list_versions
-- The versions of one qualification, newest first.
select v.id, v.title, v.number, v.awarding_organisation, v.framework, v.level, v.version, v.published_at, who.name as published_by,
       n.units as "units!", n.criteria as "criteria!"
  from qualification_versions v
  join identity.people who on who.id = v.published_by
  join lateral (
    select count(*)::integer as units, coalesce(sum(u.criterion_count), 0)::integer as criteria
      from unit_places p join units u on u.centre_id = p.centre_id and u.id = p.unit_id where p.centre_id = v.centre_id and p.version_id = v.id) n on true
 where v.centre_id = current_centre() and v.qualification_id = $qualification_id
 order by v.version desc

-- BLOCK list_matching_units
-- TYPE matches: { id: string; number: string; text: string }[]
-- Units of the newest versions (or of one version) that hold every word looked for, in number and title or in a criterion.
-- `nearest` looks for wording that is like it instead, for a slip of the pen.
with newest as materialized (
  select distinct on (v.qualification_id) v.id, v.title from qualification_versions v
   where v.centre_id = current_centre() and ($version_id::uuid is null or v.id = $version_id) order by v.qualification_id, v.version desc
),
standing as materialized (
  select p.unit_id, (array_agg(p.version_id order by n.title))[1] as version_id, array_agg(n.title order by n.title) as qualifications
    from newest n join unit_places p on p.centre_id = current_centre() and p.version_id = n.id group by p.unit_id
),
found as materialized (
  select c.unit_id, count(*)::integer as matching,
         (array_agg(json_build_object('id', c.id, 'number', c.number, 'text', c.text) order by c.position))[1:5] as matches, max(word_similarity($search, c.text)) as likeness
    from criteria c
   where c.centre_id = current_centre()
     and case when $nearest::boolean then $search <% c.text else (c.number || ' ' || c.text) ilike all($patterns::text[]) end
   group by c.unit_id
)
select u.id, u.code, p.number, p.title as "title!", p.level, p.credit, u.criterion_count as criteria, s.version_id as "version_id!", s.qualifications as "qualifications!",
       coalesce(to_json(f.matches), '[]') as "matches!", coalesce(f.matching, 0) as "matching!"
  from standing s
  join units u on u.centre_id = current_centre() and u.id = s.unit_id
  join placed_units p on p.centre_id = u.centre_id and p.version_id = s.version_id and p.unit_id = u.id
  left join found f on f.unit_id = u.id
  cross join lateral (select case when $nearest::boolean then $search <% p.title
                                  else concat_ws(' ', u.code, replace(u.code, '/', ''), 'unit', p.number, p.title) ilike all($patterns::text[]) end as named) m
 where f.unit_id is not null or m.named
 order by m.named desc, lower(u.code) = lower($search) desc, case when m.named then word_similarity($search, p.title) else 0 end desc,
          coalesce(f.likeness, 0) desc, f.matching desc nulls last, p.title, u.id
 limit 30

-- BLOCK list_places_of_unit
-- Every version in which a unit stands, newest first within each qualification.
select v.id as version_id, v.qualification_id, v.version, v.title, v.number, v.awarding_organisation, v.framework, v.level, p.mandatory, p.group_code,
       v.version = (select max(l.version) from qualification_versions l where l.centre_id = v.centre_id and l.qualification_id = v.qualification_id) as "current!"
  from unit_places p join qualification_versions v on v.centre_id = p.centre_id and v.id = p.version_id
 where p.centre_id = current_centre() and p.unit_id = $unit_id
 order by v.title, v.version desc

-- BLOCK select_version_source
-- TYPE source: import('#domain/qualifications/specification.ts').SpecificationSource
-- The document a version was read from; null where no document was.
select v.awarding_organisation, i.specification->'source' as source
  from qualification_versions v left join specification_imports i on i.centre_id = v.centre_id and i.id = v.import_id
 where v.centre_id = current_centre() and v.id = $version_id

-- BLOCK list_first_standings
-- For each unit of a version that stood in another before, the first of those: earlier published, or at the same moment and listed first.
select p.unit_id, first.id as version_id
  from qualification_versions v
  join unit_places p on p.centre_id = v.centre_id and p.version_id = v.id
  join lateral (
    select o.id from unit_places s join qualification_versions o on o.centre_id = s.centre_id and o.id = s.version_id
     where s.centre_id = p.centre_id and s.unit_id = p.unit_id order by o.published_at, o.id limit 1) first on true
 where v.centre_id = current_centre() and v.id = $version_id and first.id <> v.id

-- BLOCK list_case_documents
-- TYPE dates: import('#domain/qualifications/specification.ts').QualificationSpecification['registration']
-- TYPE source: import('#domain/qualifications/specification.ts').SpecificationSource
-- Every published version, newest first, as a list of CASE documents needs it.
select v.id, v.version, v.title, v.awarding_organisation, v.dates, v.published_at, i.specification->'source' as source, count(*) over ()::integer as "total!"
  from qualification_versions v left join specification_imports i on i.centre_id = v.centre_id and i.id = v.import_id
 where v.centre_id = current_centre()
 order by v.published_at desc, v.id limit $limit offset $offset

-- BLOCK select_optional_named_thing
-- The version in which an identifier stands for something. Identifiers are made of a version's id and the name of a thing in it (RFC 9562, version 3),
-- so they are made again here and compared; the two signs that only say how an identifier was made are left out.
with things as (
  select v.id as version_id, 'qualification' as thing from qualification_versions v where v.centre_id = current_centre()
  union all
  select p.version_id, p.unit_id::text from unit_places p where p.centre_id = current_centre()
  union all
  select p.version_id, o.id::text from unit_places p join outcomes o on o.centre_id = p.centre_id and o.unit_id = p.unit_id where p.centre_id = current_centre()
  union all
  select p.version_id, c.id::text from unit_places p join criteria c on c.centre_id = p.centre_id and c.unit_id = p.unit_id where p.centre_id = current_centre()
)
select t.version_id as "version_id!"
  from things t, unnest($prefixes::text[]) prefix
 where overlay(overlay(md5(decode(replace(t.version_id::text, '-', ''), 'hex') || convert_to(prefix || t.thing, 'UTF8')) placing '_' from 13) placing '_' from 17)
     = overlay(overlay(replace($identifier::text, '-', '') placing '_' from 13) placing '_' from 17)
 limit 1

-- BLOCK select_optional_latest_version
-- The newest version of a qualification, told as publishing tells it; versions that came of one import can be left out.
select v.id, v.version, v.title, v.published_at
  from qualification_versions v
  join qualifications q on q.centre_id = v.centre_id and q.id = v.qualification_id
  join standing_accreditations a on a.centre_id = q.centre_id and a.qualification_id = q.id
 where v.centre_id = current_centre()
   and case when $number::text is not null then q.number = $number
            else q.number is null and q.title = $title and q.awarding_organisation is not distinct from $awarding_organisation
                 and not exists (select 1 from jsonb_array_elements(a.other_numbers) o join jsonb_array_elements($other_numbers::jsonb) n on n->>'scheme' = o->>'scheme'
                                  where n->>'value' <> o->>'value') end
   and v.import_id is distinct from $import_id
 order by v.version desc limit 1

-- BLOCK list_rule_confirmations
-- TYPE rules: import('#domain/qualifications/specification.ts').Rule[]
-- Every confirmation of a version, the newest first for each rule; the first of each counts.
select c.id, c.rule, c.rules, c.source_text, p.name as confirmed_by, c.confirmed_at
  from rule_confirmations c join identity.people p on p.id = c.confirmed_by
 where c.centre_id = current_centre() and c.version_id = $version_id
 order by c.rule, c.confirmed_at desc, c.id

-- BLOCK insert_rule_confirmation
insert into rule_confirmations (centre_id, version_id, rule, rules, source_text, confirmed_by, confirmed_at)
values (current_centre(), $version_id, $rule, $rules, $source_text, $by, $at)
returning id
