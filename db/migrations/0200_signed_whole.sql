-- What is odd about a signature, for quality staff only: whose browser the link was opened in, and whose network it came from.
-- It is looked at when the witness signs and kept with the signature.
alter table testimonies add column flags jsonb not null default '[]';
-- Who with an account was signed in where the link was opened; the witness as a rule has none.
alter table testimony_requests add column opened_by uuid[] not null default '{}';

-- Where somebody was signed in lately. A session that is ended leaves its address for a day, so that signing out a minute
-- before a witness signs hides nothing; one that stands has its own.
create table identity.recent_addresses (
  person_id uuid not null,
  network   inet not null,
  seen_at   timestamptz not null,
  primary key (person_id, network)
);

-- An address as a network: of IPv6 the first 64 bits, which one household or office has, as the sign-in library keeps it too.
create function identity.network_of(address text) returns inet
language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
declare plain text := regexp_replace(coalesce(address, ''), '^::ffff:(?=[0-9]+\.)', '', 'i');
begin
  if not pg_input_is_valid(plain, 'inet') then return null; end if;
  return case when family(plain::inet) = 6 then network(set_masklen(plain::inet, 64))::inet else plain::inet end;
end $$;

-- It runs as its owner: the sign-in library may call none of our functions.
create function identity.keep_address() returns trigger language plpgsql security definer set search_path = identity, pg_temp as $$
begin
  delete from identity.recent_addresses where seen_at < now() - interval '1 day';
  insert into identity.recent_addresses as r (person_id, network, seen_at)
  select p.id, identity.network_of(old.ip_address), least(now(), old.expires_at)
    from identity.people p where p.id = old.person_id and identity.network_of(old.ip_address) is not null
      on conflict (person_id, network) do update set seen_at = greatest(r.seen_at, excluded.seen_at);
  return null;
end $$;
create trigger keep_address after delete on identity.sessions for each row execute function identity.keep_address();

-- The account that a person of this centre signs in with, where one has joined.
create function identity.accounts_here(person uuid) returns setof uuid
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select e.account_id from identity.entries e
   where e.centre_id = current_centre() and e.person_id = person and e.account_id is not null and e.ended_at is null
$$;

-- Who an account is in the centre that a witness's link has opened; null where it has not joined that centre.
create function identity.person_of_account(account uuid) returns uuid
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select e.person_id from identity.entries e where e.centre_id = current_centre() and e.account_id = account and e.ended_at is null
$$;

-- Whether somebody of this centre is signed in from this network, or was within the last hour. The application may read no
-- session, so it runs as its owner and answers yes or no.
create function identity.was_signed_in_from(person uuid, address text, at timestamptz) returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select exists (select 1 from public.role_grants g where g.centre_id = current_centre() and g.person_id = person)
     and (exists (select 1 from identity.sessions s
                   where s.person_id in (select identity.accounts_here(person)) and s.expires_at > at and identity.network_of(s.ip_address) = identity.network_of(address))
       or exists (select 1 from identity.recent_addresses r
                   where r.person_id in (select identity.accounts_here(person)) and r.network = identity.network_of(address) and r.seen_at > at - interval '1 hour'))
$$;
