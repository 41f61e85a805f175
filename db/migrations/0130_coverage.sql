-- Occasions on which competence was shown (R89): a day, a customer, who saw it. They belong to a version of the evidence and are
-- what an assessor sees of it, so nothing changes them afterwards. The first is the day that the evidence itself shows; it has a
-- row only where more is said of it than the day. Those with a decision were added by whoever judged, not by the author.
create table occasions (
  centre_id   uuid not null,
  evidence_id uuid not null,
  version     integer not null,
  number      integer not null check (number >= 1),
  shown_on    date,
  customer    text not null default '',
  setting     text check (setting in ('real-job', 'voluntary', 'placement', 'realistic-working-environment', 'simulation')),
  channel     text check (channel in ('face-to-face', 'telephone', 'e-mail', 'chat', 'letter', 'other')),
  seen_by     text not null default '',
  criteria    jsonb,                      -- the criteria it shows; null: all that the evidence is put to
  decision_id uuid,
  primary key (centre_id, evidence_id, version, number),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, decision_id) references decisions
);
select protect_by_centre('occasions');

alter table evidence_versions add column occasions_revision integer not null default 1;
-- Occasions that a decision does not count, by number: taken out by whoever judged, never changed.
alter table decisions add column occasions_out jsonb not null default '[]';

-- Every occasion, the first one of every version among them.
create view evidence_occasions with (security_invoker = true) as
select v.centre_id, v.evidence_id, v.version, 1 as number, v.shown_on, coalesce(o.customer, '') as customer, coalesce(o.setting, v.setting) as setting,
       o.setting as own_setting, o.channel, coalesce(o.seen_by, '') as seen_by, o.criteria, null::uuid as decision_id
  from evidence_versions v
  left join occasions o on o.centre_id = v.centre_id and o.evidence_id = v.evidence_id and o.version = v.version and o.number = 1
union all
select o.centre_id, o.evidence_id, o.version, o.number, o.shown_on, o.customer, coalesce(o.setting, v.setting), o.setting, o.channel, o.seen_by, o.criteria, o.decision_id
  from occasions o
  join evidence_versions v on v.centre_id = o.centre_id and v.evidence_id = o.evidence_id and v.version = o.version
 where o.number > 1;

-- Ticks on evidence requirements (R92), in three layers as on criteria: the learner proposes, a trainee's wait, an assessor's count.
create table requirement_ticks (
  centre_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  evidence_id     uuid not null,
  version         integer not null,
  layer           text not null check (layer in ('learner', 'trainee', 'assessor')),
  registration_id uuid not null,
  unit_id         uuid not null,
  requirement     text not null,
  item            text not null default '',  -- empty: the requirement itself
  thing           text not null default '',  -- which change, method or medium, where different ones are counted
  occasion        integer not null default 1,
  decision_id     uuid,
  ticked_by       uuid not null references identity.people,
  ticked_at       timestamptz not null,
  withdrawn_at    timestamptz,               -- by the learner, in the draft
  superseded_by   uuid,                      -- a later decision of the same layer
  primary key (centre_id, id),
  check ((layer = 'learner') = (decision_id is null)),
  foreign key (centre_id, evidence_id, version) references evidence_versions,
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, unit_id) references units,
  foreign key (centre_id, decision_id) references decisions,
  foreign key (centre_id, superseded_by) references decisions
);
create unique index requirement_ticks_standing on requirement_ticks (centre_id, evidence_id, version, layer, registration_id, unit_id, requirement, item, md5(thing), occasion)
  where withdrawn_at is null and superseded_by is null;
create index requirement_ticks_unit on requirement_ticks (centre_id, registration_id, unit_id) where withdrawn_at is null and superseded_by is null;
select protect_by_centre('requirement_ticks');

-- What a named person found a unit's requirements to ask for; it counts instead of what was read off their words (R91, R94).
-- The newest counts and none is taken away.
create table requirement_reviews (
  centre_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  unit_id     uuid not null,
  reading     jsonb not null,
  reviewed_by uuid not null references identity.people,
  reviewed_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, unit_id) references units
);
create index requirement_reviews_unit on requirement_reviews (centre_id, unit_id, reviewed_at desc);
select protect_by_centre('requirement_reviews');

-- Whether evidence requirements are advice or a rule in a qualification (R95), beside the version, which never changes.
create table requirement_enforcements (
  centre_id   uuid not null,
  id          uuid not null default gen_random_uuid(),
  version_id  uuid not null,
  enforcement text not null check (enforcement in ('advisory', 'mandatory')),
  source      text not null,
  set_by      uuid not null references identity.people,
  set_at      timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, version_id) references qualification_versions
);
create index requirement_enforcements_version on requirement_enforcements (centre_id, version_id, set_at desc);
select protect_by_centre('requirement_enforcements');

-- Who somebody is to the learner, and what was agreed with whom, where units ask for it (R31, R96, R97). Ended, not taken away.
create table workplace_records (
  centre_id       uuid not null,
  id              uuid not null default gen_random_uuid(),
  registration_id uuid not null,
  kind            text not null check (kind in ('appropriate-person', 'manager-feedback', 'line-management', 'development-plan', 'objectives', 'precondition')),
  person          text not null,
  relationship    text check (relationship in ('line-manager', 'supervisor', 'colleague', 'assessor', 'mentor', 'training')),
  agreed_on       date not null,
  note            text not null default '',
  precondition_id uuid,
  evidence_id     uuid,
  recorded_by     uuid not null references identity.people,
  recorded_at     timestamptz not null,
  ended_by        uuid references identity.people,
  ended_at        timestamptz,
  primary key (centre_id, id),
  check ((ended_by is null) = (ended_at is null)),
  check ((kind = 'precondition') = (precondition_id is not null)),
  foreign key (centre_id, registration_id) references registrations,
  foreign key (centre_id, precondition_id) references preconditions,
  foreign key (centre_id, evidence_id) references evidence
);
create index workplace_records_registration on workplace_records (centre_id, registration_id) where ended_at is null;
select protect_by_centre('workplace_records');
