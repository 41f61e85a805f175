-- What is planned with a learner: a discussion, questions or an observation, on which criteria, for which day. A recorded
-- discussion counts only where it was planned beforehand, where the learner could see it (R78). One entry may span outcomes
-- and units (R126). Nothing is taken away: an entry that no longer holds is withdrawn with a reason.
create table plan_entries (
  centre_id        uuid not null references centres,
  id               uuid not null default gen_random_uuid(),
  registration_id  uuid not null,
  kind             text not null check (kind in ('discussion', 'questions', 'observation')),
  planned_for      date not null,
  text             text not null,
  planned_by       uuid not null references identity.people,
  planned_as       text not null,
  planned_at       timestamptz not null,
  said_at          timestamptz not null,          -- when it came to say what it says now: as it was written, or as it was last changed
  withdrawn_by     uuid references identity.people,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  primary key (centre_id, id),
  foreign key (centre_id, registration_id) references registrations,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index plan_entries_of_registration on plan_entries (centre_id, registration_id, planned_for);
create table plan_entry_criteria (
  centre_id     uuid not null references centres,
  plan_entry_id uuid not null,
  criterion_id  uuid not null,
  taken_out_at  timestamptz,                      -- by a change before the day; the ledger has what it said before
  primary key (centre_id, plan_entry_id, criterion_id),
  foreign key (centre_id, plan_entry_id) references plan_entries,
  foreign key (centre_id, criterion_id) references criteria
);
select protect_by_centre('plan_entries');
select protect_by_centre('plan_entry_criteria');
-- The plan that a recorded discussion followed.
alter table evidence_versions add column plan_entry_id uuid,
  add foreign key (centre_id, plan_entry_id) references plan_entries;
