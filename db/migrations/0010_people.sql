-- People are kept outside the centres, so the application's role may not write them. It does so through these doors, each
-- of which asks again what the policy has asked: is the person at work an administrator of the centre they have entered?
create function identity.is_administrator() returns boolean
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select exists (select 1 from role_grants g
                  where g.centre_id = current_centre() and g.person_id = current_person()
                    and g.role = 'centre-administrator' and g.ended_at is null)
$$;
create function identity.demand_administrator() returns void language plpgsql stable set search_path = public, identity, pg_temp as $$
begin
  if not identity.is_administrator() then
    raise insufficient_privilege using message = 'only an administrator of this centre';
  end if;
end $$;

-- Adds those who are not in the system yet and answers who carries each address. It does not say which of them are new,
-- and an account that is there already keeps its name: a centre learns nothing about another.
create function identity.add_people(names text[], emails text[], at timestamptz) returns table (person_id uuid, email text)
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
  return query select p.id, p.email::text from identity.people p where p.email = any (emails::citext[]);
end $$;

-- A link with which a person chooses their first password, in the form that the sign-in library reads. Whoever has chosen
-- one already gets none: a link to their account is for them alone to ask for.
create function identity.invite(persons uuid[], tokens text[], at timestamptz, expires timestamptz)
returns table (person_id uuid, name text, email text, token text)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
#variable_conflict use_column
begin
  perform identity.demand_administrator();
  return query
    with invited as (
      select p.id, p.name, p.email::text as email,
             case when exists (select 1 from identity.accounts a where a.person_id = p.id and a.password is not null) then null else t.token end as token
        from unnest(persons, tokens) as t (person, token) join identity.people p on p.id = t.person
       where exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = p.id and g.ended_at is null)),
    written as (
      insert into identity.verifications (identifier, value, expires_at, created_at, updated_at)
      select 'reset-password:' || i.token, i.id::text, expires, at, at from invited i where i.token is not null)
    select i.id, i.name, i.email, i.token from invited i;
end $$;

-- Once a password is chosen, every other link to the same account is spent.
create function identity.spend_password_links() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  delete from identity.verifications v where v.value = new.person_id::text and v.identifier like 'reset-password:%';
  return null;
end $$;
create trigger spend_password_links after update of password on identity.accounts
  for each row when (new.password is not null) execute function identity.spend_password_links();

-- What an administrator may know of their people's accounts; for anybody else there are none.
create function identity.accounts_of(persons uuid[]) returns table (person_id uuid, has_password boolean, works_elsewhere boolean)
language sql security definer stable set search_path = public, identity, pg_temp as $$
  select p.id, exists (select 1 from identity.accounts a where a.person_id = p.id and a.password is not null),
         not identity.works_only_in(p.id, current_centre())
    from identity.people p
   where identity.is_administrator() and p.id = any (persons)
     and exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = p.id)
$$;

-- A name belongs to the account: a centre corrects it only for those who work nowhere else.
create function identity.correct_name(person uuid, corrected text, at timestamptz) returns boolean
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  perform identity.demand_administrator();
  if not identity.works_only_in(person, current_centre()) then return false; end if;
  update identity.people set name = corrected, updated_at = at where id = person;
  return found;
end $$;
