-- BLOCK select_optional_move
select m.id, m.to_id, r.version_id, m.reason, m.moved_by
  from registration_moves m join registrations r on r.centre_id = m.centre_id and r.id = m.to_id
 where m.centre_id = current_centre() and m.from_id = $from_id

-- BLOCK insert_move
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
insert into registration_moves (centre_id, id, from_id, to_id, reason, carried, moved_by, moved_at)
values (current_centre(), $id, $from_id, $to_id, $reason, $carried, $by, $at)
