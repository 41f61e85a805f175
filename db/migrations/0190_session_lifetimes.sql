-- However often it is used, a session ends thirty days after it was made. The row itself says so, and with it everybody
-- who asks whether it still stands: `identity.enter` and its kin, and the sign-in library, which renews it for a week at a time.
create function identity.end_session_in_time() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  new.expires_at := least(new.expires_at, new.created_at + interval '30 days');
  return new;
end $$;
create trigger end_session_in_time before insert or update of expires_at, created_at on identity.sessions
  for each row execute function identity.end_session_in_time();
update identity.sessions set expires_at = expires_at where expires_at > created_at + interval '30 days';
