-- What goes along when a learner is moved to a newer version (R27), besides claims and decisions: rows that name the move.
alter table pins add column carried_by uuid,
  add foreign key (centre_id, carried_by) references registration_moves;
alter table requirement_ticks add column carried_by uuid,
  add foreign key (centre_id, carried_by) references registration_moves;
alter table workplace_records add column carried_by uuid,
  add foreign key (centre_id, carried_by) references registration_moves;
-- A plan goes on as itself, because evidence names it: where it was before is told by the move.
alter table registration_moves add column plan_entry_ids uuid[] not null default '{}';
-- A question that is open goes on in the newer version, where it is answered; in the one before it stands as it stood. This is
-- the move since which it is asked there and not here.
alter table question_criteria add column moved_by uuid,
  add foreign key (centre_id, moved_by) references registration_moves;
