-- An account that came to be in one centre enters a second one only once its person has shown that the address is theirs:
-- whoever could read the first centre's letters could also have chosen the password. Until then the roles stand in the second
-- centre, and open nothing. Who adds the address learns nothing of the first centre, and takes nothing from it.
create table identity.entries (
  person_id  uuid not null references identity.people,
  centre_id  uuid not null references public.centres,
  token_hash text,                      -- of the link in the newest letter
  asked_at   timestamptz not null,
  proven_at  timestamptz,
  primary key (person_id, centre_id)
);

create function identity.waits_at(person uuid, centre uuid) returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select exists (select 1 from identity.entries e where e.person_id = person and e.centre_id = centre and e.proven_at is null)
$$;

-- A centre that waits at the door does not count: it takes no letter, name or address out of the first one's hands.
create or replace function identity.works_only_in(person uuid, centre uuid) returns boolean
language sql security definer stable set search_path = public, pg_temp as $$
  select exists (select 1 from role_grants g where g.person_id = person and g.centre_id = centre)
     and not identity.waits_at(person, centre)
     and not exists (select 1 from role_grants g where g.person_id = person and g.centre_id <> centre and g.ended_at is null
                        and not identity.waits_at(person, g.centre_id))
$$;

-- The letter with the way in is the second centre's own, and the first may not read it; it opens nothing to whoever cannot sign in as the person.
alter table letters drop constraint letters_kind_check;
alter table letters add constraint letters_kind_check check (kind in ('invitation', 'password-reset', 'notice', 'entry'));
drop policy read_letter on letters;
create policy read_letter on letters for select
  using (case kind when 'entry' then centre_id = current_centre() else identity.works_only_in(person_id, current_centre()) end);

-- Adds as before, and closes the door of this centre to accounts of others whose address nobody has proven.
create or replace function identity.add_people(names text[], emails text[], at timestamptz) returns table (person_id uuid, email text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  insert into identity.people (name, email, email_verified, created_at, updated_at)
  select t.name, lower(t.email), false, at, at from unnest(names, emails) as t (name, email)
  on conflict (email) do nothing;
  insert into identity.accounts (person_id, account_id, provider_id, created_at, updated_at)
  select p.id, p.id::text, 'credential', at, at from identity.people p
   where p.email = any (emails::citext[])
     and not exists (select 1 from identity.accounts a where a.person_id = p.id and a.provider_id = 'credential');
  insert into identity.entries (person_id, centre_id, asked_at)
  select p.id, current_centre(), at from identity.people p
   where p.email = any (emails::citext[]) and not p.email_verified
     and exists (select 1 from role_grants g where g.person_id = p.id and g.centre_id <> current_centre())
     and not exists (select 1 from role_grants g where g.person_id = p.id and g.centre_id = current_centre())
  on conflict do nothing;
  return query select p.id, p.email::text from identity.people p where p.email = any (emails::citext[]);
end $$;

-- A new link for each of these people who still wait at this centre's door; an older one is worth nothing from now on.
create function identity.ask_entry(persons uuid[], hashes text[], at timestamptz) returns table (person_id uuid, token_hash text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  return query
    update identity.entries e set token_hash = t.hash, asked_at = at
      from unnest(persons, hashes) as t (person, hash)
     where e.person_id = t.person and e.centre_id = current_centre() and e.proven_at is null
    returning e.person_id, e.token_hash;
end $$;

-- The way in: whoever is signed in as the person and has the letter. It opens that one centre; where the letter went by mail, the
-- address is proven for every centre. Answers none where the link is another's, too old or spent, and enters the centre where it is right.
create function identity.prove_entry(session_token text, hash text, at timestamptz)
returns table (centre_id uuid, person_id uuid)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
declare found_entry identity.entries;
begin
  select e.* into found_entry
    from identity.sessions s join identity.entries e on e.person_id = s.person_id
   where s.token = session_token and s.expires_at > at and e.token_hash = hash and e.asked_at > at - interval '14 days'
     for update of e;
  if found_entry.centre_id is null then return; end if;
  update identity.entries e set proven_at = coalesce(e.proven_at, at)
   where e.person_id = found_entry.person_id and e.centre_id = found_entry.centre_id;
  update identity.people p set email_verified = true
   where p.id = found_entry.person_id
     and exists (select 1 from letters l where l.person_id = p.id and l.centre_id = found_entry.centre_id and l.kind = 'entry'
                    and l.sent_at is not null and l.written_at = found_entry.asked_at and l.recipient = p.email);
  perform set_config('countersign.centre', found_entry.centre_id::text, true);
  return query select found_entry.centre_id, found_entry.person_id;
end $$;

-- Another address is another proof.
create function identity.forget_proof() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  new.email_verified := false;
  update identity.entries e set token_hash = null where e.person_id = new.id and e.proven_at is null;
  return new;
end $$;
create trigger forget_proof before update of email on identity.people
  for each row when (old.email is distinct from new.email) execute function identity.forget_proof();

create or replace function identity.enter(session_token text, centre uuid, at timestamptz)
returns table (person_id uuid, name text, email text, session_id uuid, centre_id uuid, centre_name text, roles text[])
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  select p.id, p.name, p.email::text, s.id into person_id, name, email, session_id
    from identity.sessions s join identity.people p on p.id = s.person_id
   where s.token = session_token and s.expires_at > at;
  if not found then return; end if;
  perform set_config('countersign.person', person_id::text, true);
  if centre is not null then
    select array_agg(g.role::text order by g.role) into roles
      from public.role_grants g
     where g.centre_id = centre and g.person_id = enter.person_id and g.ended_at is null
       and not exists (select 1 from identity.entries e where e.person_id = enter.person_id and e.centre_id = centre and e.proven_at is null);
    if roles is not null then
      perform set_config('countersign.centre', centre::text, true);
      select c.id, c.name into centre_id, centre_name from public.centres c where c.id = centre;
    end if;
  end if;
  return next;
end $$;

create or replace function identity.centres_of(session_token text, at timestamptz)
returns table (centre_id uuid, centre_name text, roles text[])
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select g.centre_id, c.name, array_agg(g.role::text order by g.role)
    from identity.sessions s
    join public.role_grants g on g.person_id = s.person_id and g.ended_at is null
    join public.centres c on c.id = g.centre_id
   where s.token = session_token and s.expires_at > at and not identity.waits_at(g.person_id, g.centre_id)
   group by g.centre_id, c.name order by c.name
$$;
