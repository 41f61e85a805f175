-- A learner is moved to a newer version of their qualification, or to its successor, by a deliberate act (R27). The
-- registration before stays as it stood: it has ended (`withdrawn_at`, at the same moment), and its figures never change again.
-- What carries over stands in the new one by rows that name the move.
create table registration_moves (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  from_id     uuid not null,
  to_id       uuid not null,
  reason      text not null,
  carried     jsonb not null,              -- [{"from": criterion, "to": criterion}]: asked for in the same words
  moved_by    uuid not null references identity.people,
  moved_at    timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, from_id),
  unique (centre_id, to_id),
  foreign key (centre_id, from_id) references registrations,
  foreign key (centre_id, to_id) references registrations
);
select protect_by_centre('registration_moves');

-- The same claim, and the same decision, in the registration that follows: who said it, when and on which evidence is theirs.
alter table claims add column carried_by uuid;
alter table decision_criteria add column carried_by uuid;
alter table claims add foreign key (centre_id, carried_by) references registration_moves;
alter table decision_criteria add foreign key (centre_id, carried_by) references registration_moves;
