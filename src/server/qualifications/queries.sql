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
-- A qualification is known by its number; one without, by its title and awarding organisation.
select id from qualifications
 where centre_id = current_centre()
   and case when $number::text is not null then number = $number
            else number is null and title = $title and awarding_organisation is not distinct from $awarding_organisation end
 limit 1

-- BLOCK insert_qualification
insert into qualifications (centre_id, number, title, awarding_organisation, created_at)
values (current_centre(), $number, $title, $awarding_organisation, $at) returning id

-- BLOCK update_qualification_title
update qualifications set title = $title, awarding_organisation = coalesce($awarding_organisation, awarding_organisation)
 where centre_id = current_centre() and id = $qualification_id

-- BLOCK insert_version
insert into qualification_versions (centre_id, qualification_id, version, title, number, other_numbers, awarding_organisation, framework, level, total_credit,
                                    dates, groups, rules, rule_texts, rules_complete, import_id, published_by, published_at)
select current_centre(), $qualification_id, coalesce(max(v.version), 0) + 1, $title, $number, $other_numbers, $awarding_organisation, $framework, $level, $total_credit,
       $dates, $groups, $rules, $rule_texts, $rules_complete, $import_id, $person_id, $at
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
         'groups', v.groups, 'rules', v.rules, 'ruleTexts', v.rule_texts, 'rulesComplete', v.rules_complete, 'importId', v.import_id,
         'units', coalesce((
           select json_agg(json_build_object(
                    'id', p.unit_id, 'code', p.code, 'reference', p.reference, 'number', p.number, 'title', p.title, 'level', p.level, 'credit', p.credit, 'glh', p.glh,
                    'group', p.group_code, 'theme', p.theme, 'mandatory', p.mandatory, 'simulation', p.simulation, 'evidenceRequirements', p.evidence_requirements,
                    'knowledgeOnly', p.knowledge_only, 'worksheet', p.worksheet, 'criterionCount', p.criterion_count,
                    'asPrinted', p.as_printed, 'outcomes', coalesce(l.outcomes, '[]')) order by p.position)
             from placed p left join learnt l on l.unit_id = p.unit_id), '[]')) as "tree!", v.published_at
  from qualification_versions v where v.centre_id = current_centre() and v.id = $version_id
