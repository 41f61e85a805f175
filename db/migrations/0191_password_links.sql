-- Of a link to a password only what it comes to is kept, in the form in which the sign-in library looks for it (`keptIdentifier`).
create function identity.kept_link(token text) returns text language sql immutable set search_path = pg_catalog as $$
  select 'reset-password#' || translate(rtrim(encode(sha256(convert_to('reset-password:' || token, 'UTF8')), 'base64'), '='), '+/', '-_')
$$;

update identity.verifications set identifier = identity.kept_link(substr(identifier, length('reset-password:') + 1))
 where identifier like 'reset-password:%';
-- What waits for a second factor lasts ten minutes; a device that is asked for none is asked once more.
delete from identity.verifications where identifier not like 'reset-password#%';
create index verifications_value on identity.verifications (value);

-- A new link spends the older ones, whoever writes it. The person is locked, so that of two at once one is left.
create function identity.spend_older_links() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  perform 1 from identity.people p where p.id = new.value::uuid for no key update;
  delete from identity.verifications v where v.value = new.value and v.identifier like 'reset-password#%';
  return new;
end $$;
create trigger spend_older_links before insert on identity.verifications
  for each row when (new.identifier like 'reset-password#%') execute function identity.spend_older_links();

-- Once a password is chosen, every other link to the same account is spent, and so is a sign-in that waits for its second
-- factor, and a device that is asked for none.
create or replace function identity.spend_password_links() returns trigger language plpgsql set search_path = identity, pg_temp as $$
begin
  delete from identity.verifications v where v.value = new.person_id::text;
  return null;
end $$;

create or replace function identity.invite(persons uuid[], tokens text[], at timestamptz, expires timestamptz)
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
      select identity.kept_link(i.token), i.id::text, expires, at, at from invited i where i.token is not null)
    select i.id, i.name, i.email, i.token from invited i;
end $$;

create or replace function identity.correct_email(person uuid, corrected text, at timestamptz) returns text
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  perform identity.demand_administrator();
  if not identity.works_only_in(person, current_centre()) then return 'works-elsewhere'; end if;
  if exists (select 1 from identity.accounts a where a.person_id = person and a.password is not null) then return 'has-joined'; end if;
  update identity.people p set email = lower(corrected), updated_at = at where p.id = person;
  delete from identity.verifications v where v.value = person::text;
  return 'corrected';
exception when unique_violation then return 'address-taken';
end $$;

-- Backup codes are hashed from now on. Those that were made before cannot be: the library had sealed them with its own key.
update identity.two_factors set backup_codes = '[]';

-- A letter about what changed in somebody's account.
alter table letters drop constraint letters_kind_check;
alter table letters add constraint letters_kind_check
  check (kind in ('invitation', 'password-reset', 'notice', 'entry', 'account-notice'));
