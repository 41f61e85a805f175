-- An address mistyped when a person was added: it is put right only while nobody has chosen a password with it, and every
-- link that went to the wrong address is spent. Answers what stands in the way, or `corrected`.
create function identity.correct_email(person uuid, corrected text, at timestamptz) returns text
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  perform identity.demand_administrator();
  if not identity.works_only_in(person, current_centre()) then return 'works-elsewhere'; end if;
  if exists (select 1 from identity.accounts a where a.person_id = person and a.password is not null) then return 'has-joined'; end if;
  update identity.people p set email = lower(corrected), updated_at = at where p.id = person;
  delete from identity.verifications v where v.value = person::text and v.identifier like 'reset-password:%';
  return 'corrected';
exception when unique_violation then return 'address-taken';
end $$;
