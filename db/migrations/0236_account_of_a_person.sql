-- Sessions and their networks belong to accounts; a centre asks about a person of its own. The entry says which account that is.
create or replace function identity.was_signed_in_from(person uuid, address text, at timestamptz) returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select exists (
    select 1 from identity.entries e
     where e.centre_id = current_centre() and e.person_id = person
       and (exists (select 1 from identity.sessions s
                     where s.person_id = e.account_id and s.expires_at > at and identity.network_of(s.ip_address) = identity.network_of(address))
         or exists (select 1 from identity.recent_addresses r
                     where r.person_id = e.account_id and r.network = identity.network_of(address) and r.seen_at > at - interval '1 hour')))
$$;

-- Who an account is in the centre that a link opened: its session came from outside, and knows no centre.
create function identity.person_joined_as(account uuid) returns uuid
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select e.person_id from identity.entries e where e.account_id = account and e.centre_id = current_centre() and e.ended_at is null
$$;

-- The sign-in library's role ends sessions and may call no function of this schema.
alter function identity.keep_address() security definer;
alter function identity.keep_address() set search_path = public, identity, pg_temp;
