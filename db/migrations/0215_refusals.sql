-- What was refused, counted by day: for the administrators of the centre. No addresses and no ids of what was asked for.
create table refusals (
  centre_id uuid not null references centres,
  day       date not null,
  person_id uuid references identity.people, -- null: an account that has not joined this centre
  kind      text not null check (kind in ('sign-in-failed', 'locked-out', 'forbidden', 'not-found')),
  route     text not null,                   -- method and pattern, as in the contract
  count     integer not null,
  unique nulls not distinct (centre_id, day, person_id, kind, route)
);
select protect_by_centre('refusals');
