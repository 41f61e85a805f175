-- What an import holds, so that a list of imports need not open each document.
alter table specification_imports add column counts jsonb not null default '{}';
create index specification_imports_open on specification_imports (centre_id, imported_at desc) where discarded_at is null;
create index qualification_versions_import on qualification_versions (centre_id, import_id) where import_id is not null;
create index unit_places_unit on unit_places (centre_id, unit_id);
