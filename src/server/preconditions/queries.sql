-- BLOCK list_preconditions
-- TYPE kind: import('#domain/qualifications/preconditions.ts').PreconditionKind
select p.id, p.unit_id, u.number, u.title, p.kind, p.text, p.source, w.name as by, p.recorded_at as at
  from preconditions p
  join units u on u.centre_id = p.centre_id and u.id = p.unit_id
  join identity.people w on w.id = p.recorded_by
 where p.centre_id = current_centre() and p.ended_at is null
   and ($unit_id::uuid is null or p.unit_id = $unit_id)
   and ($version_id::uuid is null or exists (
         select 1 from unit_places s where s.centre_id = p.centre_id and s.version_id = $version_id and s.unit_id = p.unit_id))
 order by u.number, u.title, p.recorded_at, p.id

-- BLOCK select_unit
select u.id from units u where u.centre_id = current_centre() and u.id = $unit_id

-- BLOCK insert_all_preconditions
-- The same words recorded twice stand once.
insert into preconditions (centre_id, unit_id, kind, text, source, recorded_by, recorded_at)
values (current_centre(), $unit_id, $kind, $text, $source, $by, $at)
on conflict (centre_id, unit_id, kind, md5(text)) where ended_at is null do nothing
returning id

-- BLOCK select_standing_precondition
select p.id from preconditions p
 where p.centre_id = current_centre() and p.unit_id = $unit_id and p.kind = $kind and p.text = $text and p.ended_at is null

-- BLOCK lock_precondition
select p.id, p.unit_id, p.text, p.ended_at from preconditions p where p.centre_id = current_centre() and p.id = $precondition_id for update

-- BLOCK update_ended_precondition
update preconditions set ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $precondition_id
