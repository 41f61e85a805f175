-- Every choice of units with what it rests on, the first and each later one; the newest counts and none is taken away (R42, R44).
create table unit_selections (
  centre_id       uuid not null references centres,
  id              uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  unit_ids        jsonb not null,
  level_reason    text not null,
  funding         text not null check (funding in ('apprenticeship', 'employer', 'self-funded', 'other-public')),
  -- Who agreed the options, by the names they had then; null where only mandatory units were taken and options follow.
  learner_name    text,
  assessor_id     uuid references identity.people,
  assessor_name   text,
  options_reason  text,
  selected_by     uuid not null references identity.people,
  selected_at     timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, registration_id) references registrations,
  check ((learner_name is null) = (assessor_name is null) and (learner_name is null) = (options_reason is null))
);
create index unit_selections_registration on unit_selections (centre_id, registration_id, selected_at desc);
select protect_by_centre('unit_selections');
