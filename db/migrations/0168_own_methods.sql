-- Kinds of evidence that an awarding organisation has beyond the built-in ones, added for a version by the centre (R68). Each behaves like a
-- built-in kind: its form, its obstacles and its words are those of `type`. A row is never changed: another takes its place when it has ended.
create table own_methods (
  centre_id    uuid not null,
  id           uuid not null default gen_random_uuid(),
  version_id   uuid not null,
  name         text not null,
  abbreviation text not null,
  explanation  text not null,
  type         text not null,
  added_by     uuid not null references identity.people,
  added_at     timestamptz not null,
  ended_by     uuid references identity.people,
  ended_at     timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, version_id) references qualification_versions,
  check ((ended_by is null) = (ended_at is null))
);
create unique index own_methods_name on own_methods (centre_id, version_id, lower(name)) where ended_at is null;
select protect_by_centre('own_methods');

-- Evidence names the method that it was put in as, beside the kind that it behaves like.
alter table evidence_versions add column own_method_id uuid;
alter table evidence_versions add foreign key (centre_id, own_method_id) references own_methods;
create index evidence_versions_own_method on evidence_versions (centre_id, own_method_id) where own_method_id is not null;
