-- What shows that somebody is competent, requirement by requirement, for a level from 1 to 4 (R111, R114).
create table competence_evidence (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null references identity.people,
  role        text not null check (role in ('assessor', 'iqa', 'eqa')),
  level       integer not null check (level between 1 and 4),
  requirement text not null,
  text        text not null,
  reference   text,
  shown_on    date not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  end_reason  text,
  ended_by    uuid references identity.people,
  ended_at    timestamptz,
  primary key (centre_id, id)
);
create index competence_evidence_person on competence_evidence (centre_id, person_id) where ended_at is null;

-- Which requirements apply to which role: the ticks were lost when the source was read, so each stands to be confirmed until
-- somebody answers for it by name. The newest confirmation of a role counts.
create table requirement_confirmations (
  centre_id    uuid not null references centres,
  id           uuid not null default gen_random_uuid(),
  role         text not null check (role in ('assessor', 'iqa', 'eqa')),
  applies      text[] not null,
  source       text not null,
  confirmed_by uuid not null references identity.people,
  confirmed_at timestamptz not null,
  primary key (centre_id, id)
);

-- Continuing professional development: one's own word, kept by oneself (R113).
create table cpd_entries (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null references identity.people,
  done_on     date not null,
  hours       numeric(5, 1),
  activity    text not null,
  learned     text not null,
  recorded_at timestamptz not null,
  end_reason  text,
  ended_at    timestamptz,
  primary key (centre_id, id)
);
create index cpd_entries_person on cpd_entries (centre_id, person_id, done_on);

-- What the awarding organisation and employers say of the centre, with what was done about it (R117).
create table quality_records (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  kind        text not null check (kind in ('risk-assessment', 'quality-measure', 'feedback-on-eqa', 'employer-feedback', 'direct-model-problem')),
  done_on     date not null,
  source      text not null,
  about       text not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  closed_at   timestamptz,
  primary key (centre_id, id)
);
create table quality_follow_ups (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  record_id   uuid not null,
  done_on     date not null,
  text        text not null,
  closes      boolean not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, record_id) references quality_records
);

select protect_by_centre(t) from unnest(array['competence_evidence', 'requirement_confirmations', 'cpd_entries', 'quality_records', 'quality_follow_ups']::regclass[]) t;
