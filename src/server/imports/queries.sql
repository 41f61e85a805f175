-- BLOCK list_imports
-- TYPE counts: import('./counts.ts').Counts
select i.id, i.name, i.imported_at, who.name as imported_by, i.revision, i.published_revision, i.discarded_at, i.counts, jsonb_array_length(i.corrections) as "corrections!"
  from specification_imports i join identity.people who on who.id = i.imported_by
 where i.centre_id = current_centre() and (i.discarded_at is not null) = $discarded::boolean
 order by i.imported_at desc, i.id limit 200

-- BLOCK select_import
-- TYPE counts: import('./counts.ts').Counts
-- TYPE specification: import('#domain/qualifications/specification.ts').Specification
-- TYPE corrections: import('#domain/qualifications/corrections.ts').Correction[]
-- TYPE people: Record<string, string>
select i.id, i.name, i.imported_at, who.name as imported_by, i.revision, i.published_revision, i.discarded_at, i.counts, i.specification, i.corrections,
       length(i.source_text) - length(replace(i.source_text, E'\n', '')) + 1 as "lines!",
       coalesce((select json_object_agg(p.id, p.name) from identity.people p
                  where p.id in (select (c->>'by')::uuid from jsonb_array_elements(i.corrections) c)), '{}') as "people!"
  from specification_imports i join identity.people who on who.id = i.imported_by
 where i.centre_id = current_centre() and i.id = $import_id

-- BLOCK lock_import
-- TYPE specification: import('#domain/qualifications/specification.ts').Specification
-- TYPE corrections: import('#domain/qualifications/corrections.ts').Correction[]
-- Two people who correct the same import do it one after the other; the second is told.
select id, revision, published_revision, published_at, discarded_at, specification, corrections
  from specification_imports where centre_id = current_centre() and id = $import_id for update

-- BLOCK select_source
select source_text from specification_imports where centre_id = current_centre() and id = $import_id

-- BLOCK select_optional_open_import
-- The same document, read already and neither put aside nor published.
select id from specification_imports
 where centre_id = current_centre() and sha256 = $sha256 and discarded_at is null and published_revision is null
 order by imported_at desc limit 1

-- BLOCK insert_import
insert into specification_imports (centre_id, name, sha256, source_text, specification, counts, imported_by, imported_at)
values (current_centre(), $name, $sha256, $source_text, $specification, $counts, $person_id, $at) returning id

-- BLOCK update_corrections
update specification_imports set corrections = $corrections, revision = revision + 1
 where centre_id = current_centre() and id = $import_id returning revision

-- BLOCK update_discarded
update specification_imports set discarded_at = $at where centre_id = current_centre() and id = $import_id

-- BLOCK update_published
update specification_imports set published_revision = revision, published_at = $at where centre_id = current_centre() and id = $import_id

-- BLOCK list_published_versions
-- What was published from an import, newest first.
select v.id as version_id, v.qualification_id, v.version, v.title, v.published_at
  from qualification_versions v where v.centre_id = current_centre() and v.import_id = $import_id
 order by v.published_at desc, v.title
