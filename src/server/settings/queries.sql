-- BLOCK list_recorded_sources
-- What people recorded for units, of those that stand in one of the versions.
-- TYPE about: import('#domain/settings/permission.ts').PermissionSubject
-- TYPE kind: import('#domain/settings/permission.ts').PermissionKind
select p.id, p.unit_id, p.about, p.kind, p.text, p.source, w.name as by, p.recorded_at as at
  from permission_sources p join identity.people w on w.id = p.recorded_by
 where p.centre_id = current_centre() and p.ended_at is null
   and exists (select 1 from unit_places s where s.centre_id = p.centre_id and s.version_id = any($version_ids::uuid[]) and s.unit_id = p.unit_id)
 order by p.recorded_at, p.id

-- BLOCK list_settlements
-- Every settlement of the versions, the newest first: the first for a unit and a subject counts.
-- TYPE about: import('#domain/settings/permission.ts').PermissionSubject
-- TYPE followed: import('#domain/settings/permission.ts').PermissionSource
select s.version_id, s.unit_id, s.about, s.followed, s.reason, w.name as by, s.settled_at as at
  from permission_settlements s join identity.people w on w.id = s.settled_by
 where s.centre_id = current_centre() and s.version_id = any($version_ids::uuid[])
 order by s.settled_at desc, s.id
