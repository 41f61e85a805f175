-- Sensitive content is taken out of storage for good on an assessor's word (R76). What went, by its hash, with who asked, why,
-- where it can be seen at work and who took it out, stays for ever; so do the decisions on it, which stand in question.
create table removals (
  centre_id      uuid not null references centres,
  id             uuid not null default gen_random_uuid(),
  evidence_id    uuid not null,
  learner_id     uuid not null,
  what           text not null check (what in ('file', 'writing')),
  file_name      text,
  sha256         text,
  size           bigint,
  reason         text not null,
  seen_at        text,                       -- where it can be seen at work, if anywhere
  asked_by       uuid not null references identity.people,
  asked_as       text not null,
  asked_at       timestamptz not null,
  outcome        text check (outcome in ('removed', 'kept')),
  ended_by       uuid references identity.people,
  ended_at       timestamptz,
  ended_because  text,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id) references evidence,
  check ((what = 'file') = (sha256 is not null)),
  check ((outcome is null) = (ended_at is null))
);
create index removals_evidence on removals (centre_id, evidence_id);
create index removals_open on removals (centre_id, asked_at) where outcome is null;
create unique index removals_open_once on removals (centre_id, evidence_id, coalesce(sha256, '')) where outcome is null;
select protect_by_centre('removals');

-- Bytes that were taken out for good are not taken in again.
alter table files add column removed_at timestamptz;

-- Whether another centre still holds these bytes: the store keeps one copy for all, and this centre may not look over the wall.
create function identity.file_held_elsewhere(hash text) returns boolean
language sql security definer stable set search_path = public, pg_temp as $$
  select exists (select 1 from files f where f.sha256 = hash and f.removed_at is null and f.centre_id <> current_centre())
$$;
