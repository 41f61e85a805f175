-- Accounts and the people of a centre are two things, and an entry joins them.
--
-- An account is an e-mail address with a password: how somebody signs in. A row of identity.people with an address is one.
-- A person of a centre is whom its administrator typed: a name, an address, roles, records. It is a row of its own, made for
-- that centre, and `addresses` keeps what was typed. Nothing of it comes from an account or from another centre, so adding an
-- address that is known elsewhere cannot look different from adding one that is not.
-- An entry says that a centre expects somebody, and later who that turned out to be:
--   invited  the person holds a role; no account is joined to them, and no session sees the centre as them
--   joined   somebody opened this centre's own letter and could sign in with the address it went to: `account_id`, `proven_at`
--   left     the last role ended: `ended_at`. What its letters opened is spent
-- A role that is given again starts another entry, which waits for a letter of its own. The address of somebody who has
-- joined before can no longer be corrected, so a centre cannot hand a person's records to another account.
--
-- The proof is one of two, and both need this centre's own letter:
--   the letter's link chose the account's first password; or the letter's link was sent by a session of the account.
-- A proof joins one person of one centre. It says nothing to another centre, whoever sent the letter and by whatever way:
-- a person added to two centres before joining either proves each with the letter of each, and an address that was once
-- proven by mail is asked for again. Ending one role and giving another in one transaction is not leaving.
--
-- Without a mail server an administrator reads letters in the outbox. Letters of the centre can be read while the entry that
-- they invite to is there; what their link opens is this centre, and an account that no centre has joined yet. A letter that
-- sets a new password opens the account, so it can be read only where the account is joined here and never was elsewhere.

alter table identity.people alter column email drop not null;

-- Under which address a centre knows a person.
create table addresses (
  centre_id uuid not null references centres,
  person_id uuid not null references identity.people,
  email     citext not null,
  primary key (centre_id, person_id),
  unique (centre_id, email)
);
create index addresses_email on addresses (email);
select protect_by_centre('addresses');

alter table identity.entries rename to former_entries;
alter table identity.former_entries rename constraint entries_pkey to former_entries_pkey;
create table identity.entries (
  id            uuid primary key default gen_random_uuid(),
  centre_id     uuid not null references public.centres,
  person_id     uuid not null references identity.people,
  started_at    timestamptz not null,
  asked_at      timestamptz,          -- when the newest letter was written
  token_hash    text,                 -- of the link in it
  invitation_id uuid,                 -- the verification with which that link chooses a first password
  taken_at      timestamptz,          -- when it was taken to do so
  account_id    uuid references identity.people,
  proven_at     timestamptz,
  ended_at      timestamptz,
  check ((account_id is null) = (proven_at is null))
);
create unique index entries_current on identity.entries (centre_id, person_id) where ended_at is null;
create unique index entries_joined on identity.entries (centre_id, account_id) where ended_at is null and account_id is not null;
create index entries_of_person on identity.entries (centre_id, person_id);
create index entries_of_account on identity.entries (account_id) where account_id is not null;
create index entries_token on identity.entries (token_hash) where token_hash is not null;

-- Until now one row was the account and the person of every centre that added it. Those rows stay shared.
insert into addresses (centre_id, person_id, email)
select distinct g.centre_id, g.person_id, p.email from role_grants g join identity.people p on p.id = g.person_id;

insert into identity.entries (centre_id, person_id, started_at, asked_at, token_hash, invitation_id, account_id, proven_at, ended_at)
select h.centre_id, h.person_id, h.since, coalesce(f.asked_at, v.created_at), case when h.here then f.token_hash end, v.id,
       case when j.joined then h.person_id end, case when j.joined then coalesce(f.proven_at, h.since) end,
       case when not h.here then h.until end
  from (select g.centre_id, g.person_id, min(g.granted_at) as since, max(g.ended_at) as until, bool_or(g.ended_at is null) as here
          from role_grants g group by g.centre_id, g.person_id) h
  left join identity.former_entries f on f.centre_id = h.centre_id and f.person_id = h.person_id
  cross join lateral (select exists (select 1 from identity.accounts a where a.person_id = h.person_id and a.password is not null)
                             and (f.person_id is null or f.proven_at is not null) as joined) j
  left join lateral (select v.id, v.created_at from identity.verifications v
                      where h.here and not j.joined and v.value = h.person_id::text and v.identifier like 'reset-password#%'
                      order by v.created_at desc limit 1) v on true;

-- Whoever holds a role in a centre is a person of that centre.
alter table role_grants add foreign key (centre_id, person_id) references addresses (centre_id, person_id);

drop trigger forget_proof on identity.people;
drop function identity.forget_proof();

-- A role starts an entry where there is none. It waits, unless the entry was there before the role.
create function identity.start_entries() returns trigger
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  insert into identity.entries (centre_id, person_id, started_at)
  select g.centre_id, g.person_id, min(g.granted_at) from granted g where g.ended_at is null group by g.centre_id, g.person_id
  on conflict (centre_id, person_id) where ended_at is null do nothing;
  return null;
end $$;
create trigger start_entries after insert on role_grants referencing new table as granted
  for each statement execute function identity.start_entries();

-- Looked at when the transaction ends: whoever holds another role by then has not left.
create function identity.end_entry() returns trigger
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  if exists (select 1 from role_grants g where g.centre_id = new.centre_id and g.person_id = new.person_id and g.ended_at is null) then
    return null;
  end if;
  delete from identity.verifications v using identity.entries e
   where e.centre_id = new.centre_id and e.person_id = new.person_id and e.ended_at is null and v.id = e.invitation_id;
  update identity.entries e set ended_at = new.ended_at, token_hash = null, invitation_id = null, taken_at = null
   where e.centre_id = new.centre_id and e.person_id = new.person_id and e.ended_at is null;
  return null;
end $$;
create constraint trigger end_entry after update of ended_at on role_grants deferrable initially deferred
  for each row when (new.ended_at is not null) execute function identity.end_entry();

-- For whoever founds a centre or loads people as the owner of the tables: the account is its own person here, and has joined.
-- It runs with the caller's rights, and the application's role has none on entries.
create function identity.settle(centre uuid, account uuid, at timestamptz) returns void
language sql set search_path = public, identity, pg_temp as $$
  insert into addresses (centre_id, person_id, email) select centre, p.id, p.email from identity.people p where p.id = account
  on conflict (centre_id, person_id) do nothing;
  insert into identity.entries (centre_id, person_id, started_at, account_id, proven_at) values (centre, account, at, account, at)
  on conflict (centre_id, person_id) where ended_at is null do nothing;
$$;

-- An account for each address that has none. In the order of the addresses, and locking those that are there, so that two
-- centres who add the same people neither wait for each other in a ring nor lose one that is being given up.
create function identity.open_accounts(names text[], emails text[], at timestamptz) returns void
language sql set search_path = public, identity, pg_temp as $$
  insert into identity.people (name, email, email_verified, created_at, updated_at)
  select distinct on (lower(t.email)) t.name, lower(t.email), false, at, at
    from unnest(names, emails) with ordinality as t (name, email, nth) order by lower(t.email), t.nth
  on conflict (email) do update set email = identity.people.email;
  insert into identity.accounts (person_id, account_id, provider_id, created_at, updated_at)
  select p.id, p.id::text, 'credential', at, at from identity.people p
   where p.email = any (emails::citext[])
     and not exists (select 1 from identity.accounts a where a.person_id = p.id and a.provider_id = 'credential');
$$;

-- An address that was mistyped: its account goes where nobody chose a password with it and no centre expects it.
create function identity.give_up_account(address citext) returns void
language plpgsql set search_path = public, identity, pg_temp as $$
declare account uuid;
begin
  select p.id into account from identity.people p where p.email = address for update;
  if account is null
     or exists (select 1 from identity.accounts a where a.person_id = account and a.password is not null)
     or exists (select 1 from addresses a where a.email = address)
     or exists (select 1 from identity.entries e where e.account_id = account) then return; end if;
  delete from identity.verifications v where v.value = account::text;
  delete from identity.accounts a where a.person_id = account;
  if exists (select 1 from addresses a where a.person_id = account) or exists (select 1 from letters l where l.person_id = account) then
    update identity.people p set email = null where p.id = account;
  else
    delete from identity.people p where p.id = account;
  end if;
end $$;

-- Adds a person of this centre for each address that it does not know yet, and answers who carries each here.
create or replace function identity.add_people(names text[], emails text[], at timestamptz) returns table (person_id uuid, email text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  -- Two administrators who add one address at once: the second waits here, and finds the person.
  perform pg_advisory_xact_lock(hashtextextended('countersign-people ' || current_centre(), 0));
  perform identity.open_accounts(names, emails, at);
  with fresh as materialized (
    select gen_random_uuid() as id, n.name, n.email
      from (select distinct on (lower(t.email)) t.name, lower(t.email)::citext as email
              from unnest(names, emails) with ordinality as t (name, email, nth) order by lower(t.email), t.nth) n
     where not exists (select 1 from addresses a where a.centre_id = current_centre() and a.email = n.email)),
  made as (insert into identity.people (id, name, created_at, updated_at) select f.id, f.name, at, at from fresh f)
  insert into addresses (centre_id, person_id, email) select current_centre(), f.id, f.email from fresh f;
  return query select a.person_id, a.email::text from addresses a where a.centre_id = current_centre() and a.email = any (emails::citext[]);
end $$;

-- A link for each of these people whose entry waits, in the form in which the sign-in library reads one that chooses a first
-- password. Where the account has a password there is no token, and the letter's link only opens the centre. The link of an
-- older letter is spent.
create or replace function identity.invite(persons uuid[], tokens text[], at timestamptz, expires timestamptz)
returns table (person_id uuid, name text, email text, token text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  delete from identity.verifications v using identity.entries e
   where e.centre_id = current_centre() and e.person_id = any (persons) and e.ended_at is null and e.proven_at is null and v.id = e.invitation_id;
  return query
    with invited as materialized (
      select p.id, p.name, a.email::text as email, c.id as account_id, e.id as entry_id, gen_random_uuid() as invitation_id,
             case when exists (select 1 from identity.accounts k where k.person_id = c.id and k.password is not null) then null else t.token end as token
        from unnest(persons, tokens) as t (person, token) join identity.people p on p.id = t.person
        join identity.entries e on e.centre_id = current_centre() and e.person_id = p.id and e.ended_at is null and e.proven_at is null
        join addresses a on a.centre_id = e.centre_id and a.person_id = e.person_id
        join identity.people c on c.email = a.email),
    written as (
      insert into identity.verifications (id, identifier, value, expires_at, created_at, updated_at)
      select i.invitation_id, identity.kept_link(i.token), i.account_id::text, expires, at, at from invited i where i.token is not null),
    noted as (
      update identity.entries e set invitation_id = case when i.token is null then null else i.invitation_id end, taken_at = null
        from invited i where e.id = i.entry_id)
    select i.id, i.name, i.email, i.token from invited i;
end $$;

-- The link of the newest letter, for each of these people whose entry waits; an older one is worth nothing from now on.
create or replace function identity.ask_entry(persons uuid[], hashes text[], at timestamptz) returns table (person_id uuid, token_hash text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  return query
    update identity.entries e set token_hash = t.hash, asked_at = at
      from unnest(persons, hashes) as t (person, hash)
     where e.person_id = t.person and e.centre_id = current_centre() and e.ended_at is null and e.proven_at is null
    returning e.person_id, e.token_hash;
end $$;

-- An account is called what its centre calls it, while it has joined no other: so it is greeted by a name that can be corrected.
create function identity.name_account(account uuid) returns void
language sql set search_path = public, identity, pg_temp as $$
  update identity.people c set name = p.name
    from identity.entries e join identity.people p on p.id = e.person_id
   where c.id = account and e.account_id = account and e.ended_at is null and c.name <> p.name
     and not exists (select 1 from identity.entries o where o.account_id = account and o.centre_id <> e.centre_id);
$$;

-- Joins an account to the person whom an entry expects. Refuses an account with another address, and one that is another
-- person here already. Every other link to the account is spent: an administrator
-- who could read one until now must not keep it.
create function identity.join_entry(entry uuid, account uuid, at timestamptz) returns boolean
language plpgsql set search_path = public, identity, pg_temp as $$
declare expected identity.entries;
begin
  select e.* into expected from identity.entries e
    join addresses a on a.centre_id = e.centre_id and a.person_id = e.person_id
    join identity.people c on c.id = account and c.email = a.email
   where e.id = entry and e.ended_at is null and (e.account_id is null or e.account_id = account)
     and not exists (select 1 from identity.entries o
                      where o.centre_id = e.centre_id and o.person_id <> e.person_id and o.account_id = account and o.ended_at is null)
     for update of e;
  if expected.id is null then return false; end if;
  if expected.proven_at is null then
    update identity.entries e set account_id = account, proven_at = at where e.id = entry;
    perform identity.name_account(account);
    update identity.entries e set invitation_id = null
      from identity.verifications v where v.id = e.invitation_id and v.value = account::text;
    delete from identity.verifications v where v.value = account::text and v.identifier like 'reset-password#%';
  end if;
  return true;
end $$;

-- The way in: whoever is signed in and has this centre's letter. Answers none where the link is another's, too old or spent.
create or replace function identity.prove_entry(session_token text, hash text, at timestamptz)
returns table (centre_id uuid, person_id uuid)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
declare found_entry identity.entries; account uuid;
begin
  select s.person_id into account from identity.sessions s where s.token = session_token and s.expires_at > at;
  select e.* into found_entry from identity.entries e
   where e.token_hash = hash and e.ended_at is null and e.asked_at > at - interval '14 days' for update;
  if account is null or found_entry.id is null or not identity.join_entry(found_entry.id, account, at) then return; end if;
  perform set_config('countersign.centre', found_entry.centre_id::text, true);
  perform set_config('countersign.person', found_entry.person_id::text, true);
  return query select found_entry.centre_id, found_entry.person_id;
end $$;

-- A new link spends the older ones as before, except what another letter of a centre holds: a centre's invitation is spent by
-- that centre's next one, and no other centre takes it away.
create or replace function identity.spend_older_links() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  perform 1 from identity.people p where p.id = new.value::uuid for no key update;
  delete from identity.verifications v
   where v.value = new.value and v.identifier like 'reset-password#%'
     and not exists (select 1 from identity.entries e where e.invitation_id = v.id);
  return new;
end $$;

-- The first password proves the entry whose letter it was chosen with. The sign-in library takes that link away in a statement
-- of its own and then writes the password. A link that is spent by a trigger, or too old, was taken by nobody.
create function identity.note_taken_link() returns trigger
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  update identity.entries e set taken_at = now() where e.invitation_id = old.id;
  return null;
end $$;
create trigger note_taken_link after delete on identity.verifications
  for each row when (pg_trigger_depth() = 0 and old.expires_at > now()) execute function identity.note_taken_link();
create index entries_invitation on identity.entries (invitation_id) where invitation_id is not null;

create function identity.prove_by_first_password() returns trigger
language plpgsql security definer set search_path = public, identity, pg_temp as $$
declare e identity.entries;
begin
  for e in select n.* from identity.entries n
             join addresses a on a.centre_id = n.centre_id and a.person_id = n.person_id
             join identity.people c on c.id = new.person_id and c.email = a.email
            where n.ended_at is null and n.proven_at is null and n.taken_at > now() - interval '1 minute' loop
    if identity.join_entry(e.id, new.person_id, now()) then
      insert into events (centre_id, at, actor_id, actor_role, type, subject_id, body)
      values (e.centre_id, now(), e.person_id, 'person', 'centre-entered', e.person_id, jsonb_build_object('personId', e.person_id));
    end if;
  end loop;
  return null;
end $$;
create trigger prove_by_first_password after update of password on identity.accounts
  for each row when (old.password is null and new.password is not null) execute function identity.prove_by_first_password();

-- A row that another centre has joined too, as its account or its person, keeps its name.
create function identity.name_is_ours(person uuid) returns boolean
language sql stable set search_path = public, identity, pg_temp as $$
  select not exists (select 1 from identity.entries e where e.account_id = person and e.centre_id <> current_centre())
     and not exists (select 1 from identity.entries e where e.person_id = person and e.centre_id <> current_centre() and e.proven_at is not null)
$$;

-- What an administrator may know of their people's accounts; for anybody else there are none. Of an account that has not
-- joined, or that has left, nothing is told.
drop function identity.accounts_of(uuid[]);
create function identity.accounts_of(persons uuid[])
returns table (person_id uuid, state text, two_factor boolean, joined_before boolean, name_is_ours boolean)
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select a.person_id, case when e.id is null then 'left' when e.proven_at is null then 'invited' else 'joined' end,
         coalesce(c.two_factor_enabled, false),
         exists (select 1 from identity.entries b where b.centre_id = a.centre_id and b.person_id = a.person_id and b.account_id is not null),
         identity.name_is_ours(a.person_id)
    from addresses a
    left join identity.entries e on e.centre_id = a.centre_id and e.person_id = a.person_id and e.ended_at is null
    left join identity.people c on c.id = e.account_id
   where identity.is_administrator() and a.centre_id = current_centre() and a.person_id = any (persons)
$$;

create or replace function identity.correct_name(person uuid, corrected text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  perform identity.demand_administrator();
  if not exists (select 1 from addresses a where a.centre_id = current_centre() and a.person_id = person)
     or not identity.name_is_ours(person) then return false; end if;
  update identity.people set name = corrected, updated_at = at where id = person;
  perform identity.name_account(e.account_id) from identity.entries e
    where e.centre_id = current_centre() and e.person_id = person and e.account_id is not null and e.ended_at is null;
  return true;
end $$;

-- An address mistyped when a person was added is put right until somebody joins with it. Another centre's accounts do not
-- stand in the way: this centre says only whom it expects.
create or replace function identity.correct_email(person uuid, corrected text, at timestamptz) returns text
language plpgsql security definer set search_path = public, identity, pg_temp as $$
declare entry identity.entries; old citext;
begin
  perform identity.demand_administrator();
  perform pg_advisory_xact_lock(hashtextextended('countersign-people ' || current_centre(), 0));
  select e.* into entry from identity.entries e where e.centre_id = current_centre() and e.person_id = person and e.ended_at is null for update;
  if entry.id is null then return 'holds-no-role'; end if;
  if exists (select 1 from identity.entries b where b.centre_id = current_centre() and b.person_id = person and b.account_id is not null) then return 'has-joined'; end if;
  if exists (select 1 from addresses a where a.centre_id = current_centre() and a.email = corrected::citext and a.person_id <> person) then return 'address-taken'; end if;
  select a.email into old from addresses a where a.centre_id = current_centre() and a.person_id = person;
  perform identity.open_accounts(array[(select p.name from identity.people p where p.id = person)], array[corrected], at);
  update addresses a set email = lower(corrected) where a.centre_id = current_centre() and a.person_id = person;
  delete from identity.verifications v where v.id = entry.invitation_id;
  update identity.entries e set token_hash = null, invitation_id = null, taken_at = null where e.id = entry.id;
  if old <> corrected::citext then perform identity.give_up_account(old); end if;
  return 'corrected';
end $$;

-- Who an account is in the centre entered, for its administrators.
create function identity.person_here(account uuid) returns uuid
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select e.person_id from identity.entries e
   where identity.is_administrator() and e.account_id = account and e.centre_id = current_centre() and e.ended_at is null
$$;

create function identity.may_read_letter(kind text, centre uuid, addressee uuid, written timestamptz) returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select case
    when centre is null then
      exists (select 1 from identity.entries e where e.account_id = addressee and e.centre_id = current_centre() and e.ended_at is null and e.proven_at <= written)
      and not exists (select 1 from identity.entries o where o.account_id = addressee and o.centre_id <> current_centre())
    when centre is distinct from current_centre() then false
    -- A letter to a witness names the learner who asked, and opens nobody's account.
    when kind = 'notice' then true
    else exists (select 1 from identity.entries e where e.person_id = addressee and e.centre_id = centre and e.ended_at is null and e.started_at <= written)
  end
$$;
drop policy read_letter on letters;
create policy read_letter on letters for select using (identity.may_read_letter(kind, centre_id, person_id, written_at));

-- One kind of letter invites, whether or not the address is known elsewhere.
update letters set kind = 'invitation' where kind = 'entry';
alter table letters drop constraint letters_kind_check;
alter table letters add constraint letters_kind_check check (kind in ('invitation', 'password-reset', 'notice', 'account-notice'));

-- The one door for the application: a session opens one centre as the person whom its account is there, or none as itself.
create or replace function identity.enter(session_token text, centre uuid, at timestamptz)
returns table (person_id uuid, name text, email text, session_id uuid, centre_id uuid, centre_name text, roles text[])
language plpgsql security definer set search_path = public, identity, pg_temp as $$
declare here record;
begin
  select p.id, p.name, p.email::text, s.id into person_id, name, email, session_id
    from identity.sessions s join identity.people p on p.id = s.person_id
   where s.token = session_token and s.expires_at > at;
  if not found then return; end if;
  if centre is not null then
    select e.person_id, p.name, c.name as centre_name,
           (select array_agg(g.role::text order by g.role) from public.role_grants g
             where g.centre_id = centre and g.person_id = e.person_id and g.ended_at is null) as roles
      into here
      from identity.entries e join identity.people p on p.id = e.person_id join public.centres c on c.id = e.centre_id
     where e.account_id = enter.person_id and e.centre_id = centre and e.ended_at is null;
    if here.roles is not null then
      person_id := here.person_id;
      name := here.name;
      centre_id := centre;
      centre_name := here.centre_name;
      roles := here.roles;
      perform set_config('countersign.centre', centre::text, true);
    end if;
  end if;
  perform set_config('countersign.person', person_id::text, true);
  return next;
end $$;

-- The centres that a session's account has joined, and who it is in each.
drop function identity.centres_of(text, timestamptz);
create function identity.centres_of(session_token text, at timestamptz)
returns table (centre_id uuid, centre_name text, person_id uuid, person_name text, roles text[])
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select c.id, c.name, p.id, p.name, array_agg(g.role::text order by g.role)
    from identity.sessions s
    join identity.entries e on e.account_id = s.person_id and e.ended_at is null
    join public.role_grants g on g.centre_id = e.centre_id and g.person_id = e.person_id and g.ended_at is null
    join public.centres c on c.id = e.centre_id
    join identity.people p on p.id = e.person_id
   where s.token = session_token and s.expires_at > at
   group by c.id, p.id order by c.name
$$;

drop function identity.works_only_in(uuid, uuid);
drop function identity.waits_at(uuid, uuid);
drop table identity.former_entries;
