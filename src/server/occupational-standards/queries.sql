-- BLOCK list_standards
-- TYPE versions: { number: number; name: string; source: string; by: string; at: string }[]
select s.id, s.title, s.body,
       (select jsonb_agg(jsonb_build_object('number', v.number, 'name', v.name, 'source', v.source, 'by', p.name, 'at', v.recorded_at) order by v.number desc)
          from occupational_standard_versions v join identity.people p on p.id = v.recorded_by
         where v.centre_id = s.centre_id and v.standard_id = s.id) as "versions!"
  from occupational_standards s where s.centre_id = current_centre() order by lower(s.title)

-- BLOCK list_derived_units
-- TYPE qualifications: string[]
-- What each unit derives from now, of those that derive from a standard, with the newest versions in which it stands.
select d.standard_id as "standard_id!", d.standard_version as "version!", v.name as version_name, u.id, u.number, u.code, u.title,
       coalesce((select jsonb_agg(distinct n.title order by n.title) from unit_places p
                   join qualification_versions n on n.centre_id = p.centre_id and n.id = p.version_id
                  where p.centre_id = u.centre_id and p.unit_id = u.id
                    and not exists (select 1 from qualification_versions l where l.centre_id = n.centre_id and l.qualification_id = n.qualification_id and l.version > n.version)), '[]') as "qualifications!"
  from (select distinct on (unit_id) * from unit_standards where centre_id = current_centre() order by unit_id, number desc) d
  join occupational_standard_versions v on v.centre_id = d.centre_id and v.standard_id = d.standard_id and v.number = d.standard_version
  join units u on u.centre_id = d.centre_id and u.id = d.unit_id
 order by u.number, u.title, u.id

-- BLOCK lock_standard
-- Two who record a version of one standard take turns.
select s.id from occupational_standards s where s.centre_id = current_centre() and s.id = $standard_id for update

-- BLOCK list_versions
select v.number, v.name, v.source, v.recorded_by from occupational_standard_versions v
 where v.centre_id = current_centre() and v.standard_id = $standard_id order by v.number desc

-- BLOCK insert_all_standards
insert into occupational_standards (centre_id, title, body, recorded_by, recorded_at) values (current_centre(), $title, $body, $by, $at)
on conflict (centre_id, lower(title)) do nothing
returning id

-- BLOCK insert_version
insert into occupational_standard_versions (centre_id, standard_id, number, name, source, recorded_by, recorded_at)
values (current_centre(), $standard_id, $number, $name, $source, $by, $at)

-- BLOCK select_unit
select u.id from units u where u.centre_id = current_centre() and u.id = $unit_id

-- BLOCK lock_unit
-- Whoever says what a unit derives from waits for whoever is saying it.
select u.id from units u where u.centre_id = current_centre() and u.id = $unit_id for no key update

-- BLOCK list_locked_units
select u.id from units u where u.centre_id = current_centre() and u.id = any ($unit_ids::uuid[]) order by u.id for no key update

-- BLOCK list_derivations
-- What was said of a unit, newest first.
select d.number, d.standard_id, d.standard_version, s.title as "title?", s.body as "body?", v.name as "version?", d.source, p.name as by, d.recorded_at as at,
       (select n.name from occupational_standard_versions n where n.centre_id = d.centre_id and n.standard_id = d.standard_id and n.number > d.standard_version order by n.number desc limit 1) as newer
  from unit_standards d
  join identity.people p on p.id = d.recorded_by
  left join occupational_standards s on s.centre_id = d.centre_id and s.id = d.standard_id
  left join occupational_standard_versions v on v.centre_id = d.centre_id and v.standard_id = d.standard_id and v.number = d.standard_version
 where d.centre_id = current_centre() and d.unit_id = $unit_id
 order by d.number desc

-- BLOCK insert_all_derivations
-- A unit of which the same was said last is left out.
with last as (
  select distinct on (d.unit_id) d.unit_id, d.number, d.standard_id, d.standard_version from unit_standards d
   where d.centre_id = current_centre() and d.unit_id = any ($unit_ids::uuid[]) order by d.unit_id, d.number desc
)
insert into unit_standards (centre_id, unit_id, number, standard_id, standard_version, source, recorded_by, recorded_at)
select current_centre(), t.unit_id, coalesce(l.number, 0) + 1, $standard_id, $version, $source, $by, $at
  from unnest($unit_ids::uuid[]) t (unit_id) left join last l on l.unit_id = t.unit_id
 where (l.unit_id is null and $standard_id::uuid is not null)
    or (l.unit_id is not null and (l.standard_id, l.standard_version) is distinct from ($standard_id::uuid, $version::integer))
returning unit_id
