-- Two awarding organisations print the same unit with other punctuation, or leave out its credit. The unit is stored once
-- (R21); what one version's document prints differently stands at its place, so that each version reads as its source does.
alter table unit_places add column as_printed jsonb not null default '{}';

-- The version of an import's corrections that was published last, so that publishing twice makes one version.
alter table specification_imports add column published_revision integer;
alter table specification_imports add column published_at timestamptz;

-- A unit as the document of one version prints it, for statements that need no outcomes.
create view placed_units with (security_invoker = true) as
select p.centre_id, p.version_id, p.unit_id, p.position, p.group_code, p.theme, p.mandatory, u.code, u.reference, u.criterion_count,
       case when p.as_printed ? 'number' then p.as_printed->>'number' else u.number end as number,
       case when p.as_printed ? 'title' then p.as_printed->>'title' else u.title end as title,
       case when p.as_printed ? 'level' then (p.as_printed->>'level')::integer else u.level end as level,
       case when p.as_printed ? 'credit' then (p.as_printed->>'credit')::integer else u.credit end as credit,
       case when p.as_printed ? 'glh' then (p.as_printed->>'glh')::integer else u.glh end as glh
  from unit_places p join units u on u.centre_id = p.centre_id and u.id = p.unit_id;

-- A published version never changes (R27): not even the owner of the tables may, short of dropping the triggers.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% holds published versions, which never change', tg_table_name using errcode = 'object_not_in_prerequisite_state';
end $$;
create trigger published before update or delete on qualification_versions for each statement execute function refuse_change();
create trigger published before update or delete on units for each statement execute function refuse_change();
create trigger published before update or delete on unit_places for each statement execute function refuse_change();
create trigger published before update or delete on outcomes for each statement execute function refuse_change();
create trigger published before update or delete on criteria for each statement execute function refuse_change();
