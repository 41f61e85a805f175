-- Row-level security on every table that carries a centre: a transaction sees the centre it entered, no other.
create function protect_by_centre(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('create policy same_centre on %s using (centre_id = current_centre()) with check (centre_id = current_centre())', t);
end $$;

select protect_by_centre(c.oid::regclass) from pg_class c
 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
   and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'centre_id' and not a.attisdropped)
   and c.relname <> 'letters';

-- A letter may belong to no centre (a password belongs to a person): the application may write one, and reads it only
-- where its person works in this centre and in no other, so that no administrator opens a door to another centre.
alter table letters enable row level security;
create function identity.works_only_in(person uuid, centre uuid) returns boolean
language sql security definer stable set search_path = public, pg_temp as $$
  select exists (select 1 from role_grants g where g.person_id = person and g.centre_id = centre)
     and not exists (select 1 from role_grants g where g.person_id = person and g.centre_id <> centre and g.ended_at is null)
$$;
create policy write_letter on letters for insert with check (centre_id is null or centre_id = current_centre());
create policy read_letter on letters for select using (identity.works_only_in(person_id, current_centre()));
create policy mark_letter on letters for update using (centre_id = current_centre());

alter table centres enable row level security;
create policy same_centre on centres using (id = current_centre());

-- A person exists for a centre while they hold, or once held, a role in it.
alter table identity.people enable row level security;
create policy of_this_centre on identity.people for select
  -- `limit` keeps the planner from hashing every grant of a large centre to look up one name.
  using ((select true from role_grants g where g.centre_id = current_centre() and g.person_id = people.id limit 1));
create index role_grants_of_person on role_grants (centre_id, person_id);

-- The one door for the application: a session token opens the person's own view of one centre, or of none.
-- It runs as its owner because the application's role may read neither sessions nor another centre's grants.
create function identity.enter(session_token text, centre uuid, at timestamptz)
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
      from public.role_grants g where g.centre_id = centre and g.person_id = enter.person_id and g.ended_at is null;
    if roles is not null then
      perform set_config('countersign.centre', centre::text, true);
      select c.id, c.name into centre_id, centre_name from public.centres c where c.id = centre;
    end if;
  end if;
  return next;
end $$;

-- The centres a session's person works or learns in.
create function identity.centres_of(session_token text, at timestamptz)
returns table (centre_id uuid, centre_name text, roles text[])
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select g.centre_id, c.name, array_agg(g.role::text order by g.role)
    from identity.sessions s
    join public.role_grants g on g.person_id = s.person_id and g.ended_at is null
    join public.centres c on c.id = g.centre_id
   where s.token = session_token and s.expires_at > at
   group by g.centre_id, c.name order by c.name
$$;

-- Is there anything here yet? Asked before anybody can sign in.
create function identity.is_empty() returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$ select not exists (select 1 from public.centres) $$;

-- What a person may know of their own account.
create function identity.account_of(session_token text, at timestamptz) returns table (two_factor boolean)
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select p.two_factor_enabled from identity.sessions s join identity.people p on p.id = s.person_id
   where s.token = session_token and s.expires_at > at
$$;
