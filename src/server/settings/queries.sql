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

-- BLOCK list_versions_in_use
-- The newest version of each qualification, and older ones with learners on them.
select v.id from qualification_versions v
 where v.centre_id = current_centre()
   and (not exists (select 1 from qualification_versions n where n.centre_id = v.centre_id and n.qualification_id = v.qualification_id and n.version > v.version)
        or exists (select 1 from registrations r where r.centre_id = v.centre_id and r.version_id = v.id and r.withdrawn_at is null))
 order by v.title, v.version desc, v.id

-- BLOCK select_unit
select u.id from units u where u.centre_id = current_centre() and u.id = $unit_id

-- BLOCK insert_all_sources
-- The same words recorded twice stand once.
insert into permission_sources (centre_id, unit_id, about, kind, text, source, recorded_by, recorded_at)
values (current_centre(), $unit_id, $about, $kind, $text, $source, $by, $at)
on conflict (centre_id, unit_id, about, kind, md5(text)) where ended_at is null do nothing
returning id

-- BLOCK select_standing_source
select p.id from permission_sources p
 where p.centre_id = current_centre() and p.unit_id = $unit_id and p.about = $about and p.kind = $kind and p.text = $text and p.ended_at is null

-- BLOCK lock_source
select p.id, p.unit_id, p.ended_at from permission_sources p where p.centre_id = current_centre() and p.id = $source_id for update

-- BLOCK update_ended_source
update permission_sources set ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $source_id

-- BLOCK insert_settlement
insert into permission_settlements (centre_id, version_id, unit_id, about, followed, reason, settled_by, settled_at)
values (current_centre(), $version_id, $unit_id, $about, $followed, $reason, $by, $at)

-- BLOCK list_set_ups
-- Those in use first; each with its units and every check of it, the newest first.
-- TYPE kind: import('#domain/settings/checklists.ts').SetUpKind
-- TYPE units: { id: string; number: string | null; title: string }[]
-- TYPE checks: import('./set-ups.ts').StoredCheck[]
select s.id, s.kind, s.name, s.description, w.name as by, s.set_up_at as at, s.ended_at,
       (select coalesce(json_agg(json_build_object('id', u.id, 'number', u.number, 'title', u.title) order by u.number, u.title), '[]')
          from set_up_units x join units u on u.centre_id = x.centre_id and u.id = x.unit_id
         where x.centre_id = s.centre_id and x.set_up_id = s.id) as "units!",
       (select coalesce(json_agg(json_build_object('met', c.met, 'complete', c.complete, 'note', c.note, 'checkedOn', c.checked_on, 'by', p.name,
                                                   'recordedAt', to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.recorded_at desc, c.id), '[]')
          from set_up_checks c join identity.people p on p.id = c.checked_by
         where c.centre_id = s.centre_id and c.set_up_id = s.id) as "checks!"
  from set_ups s join identity.people w on w.id = s.set_up_by
 where s.centre_id = current_centre()
 order by s.ended_at is not null, s.kind desc, lower(s.name), s.id

-- BLOCK lock_set_up
-- TYPE kind: import('#domain/settings/checklists.ts').SetUpKind
select s.id, s.kind, s.name, s.ended_at from set_ups s where s.centre_id = current_centre() and s.id = $set_up_id for update

-- BLOCK has_namesake
-- Another set-up of this kind, still in use, by this name.
select exists (select 1 from set_ups s where s.centre_id = current_centre() and s.kind = $kind and lower(s.name) = lower($name)
                  and s.ended_at is null and s.id is distinct from $set_up_id) as "there!"

-- BLOCK count_units
select count(*)::int as "known!" from units u where u.centre_id = current_centre() and u.id = any($unit_ids::uuid[])

-- BLOCK insert_set_up
insert into set_ups (centre_id, kind, name, description, set_up_by, set_up_at)
values (current_centre(), $kind, $name, $description, $by, $at)
returning id

-- BLOCK update_set_up
update set_ups s set name = $name, description = $description where s.centre_id = current_centre() and s.id = $set_up_id

-- BLOCK delete_set_up_units
delete from set_up_units x where x.centre_id = current_centre() and x.set_up_id = $set_up_id

-- BLOCK insert_set_up_units
insert into set_up_units (centre_id, set_up_id, unit_id)
select current_centre(), $set_up_id, u from unnest($unit_ids::uuid[]) u
    on conflict do nothing

-- BLOCK insert_check
insert into set_up_checks (centre_id, set_up_id, met, complete, note, checked_on, checked_by, recorded_at)
values (current_centre(), $set_up_id, $met, $complete, $note, $checked_on, $by, $at)

-- BLOCK update_ended_set_up
update set_ups s set ended_by = $by, ended_at = $at where s.centre_id = current_centre() and s.id = $set_up_id
