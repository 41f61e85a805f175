-- A rule of combination that the source leaves unknown, supplied by a named person. A later one counts instead of an
-- earlier one for the same rule; none is taken away (R41).
create table rule_confirmations (
  centre_id    uuid not null references centres,
  id           uuid not null default gen_random_uuid(),
  version_id   uuid not null,
  rule         integer,                    -- its place among the version's rules; null where only "not complete" is known
  rules        jsonb not null,             -- what stands in its place; none: there is nothing further
  source_text  text not null,              -- where this was found, in the words of that place
  confirmed_by uuid not null references identity.people,
  confirmed_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, version_id) references qualification_versions
);
create index rule_confirmations_version on rule_confirmations (centre_id, version_id, confirmed_at desc);
select protect_by_centre('rule_confirmations');
