-- What entitles somebody to act ends while no change of the centre is under way (http/perform.ts). An action that ends it says so
-- and takes its turn before it begins; here the tables see to it, whoever writes them. A transaction that has the lock already
-- gets it at once.
create function take_turn_alone() returns trigger language plpgsql as $$
begin
  if current_centre() is not null then
    perform pg_advisory_xact_lock(hashtext('countersign authority'), hashtext(current_centre()::text));
  end if;
  return null;
end $$;
create trigger take_turn_alone before update on role_grants for each statement execute function take_turn_alone();
create trigger take_turn_alone before update on allocations for each statement execute function take_turn_alone();
create trigger take_turn_alone before update on eqa_allotments for each statement execute function take_turn_alone();
create trigger take_turn_alone before update on authority_scopes for each statement execute function take_turn_alone();
create trigger take_turn_alone before update on staff_awards for each statement execute function take_turn_alone();
create trigger take_turn_alone before update on direct_model_conditions for each statement execute function take_turn_alone();
create trigger take_turn_alone before insert or update on conflicts for each statement execute function take_turn_alone();
create trigger take_turn_alone before update of withdrawn_at on registrations for each statement execute function take_turn_alone();

-- A change and the end of the session that asks for it take turns too: the session stays until the change is done, or the change
-- finds none. `enter` reads the session after this, so it sees what has ended.
create function identity.hold_session(session_token text) returns void
language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  perform 1 from identity.sessions s where s.token = session_token for key share;
end $$;
