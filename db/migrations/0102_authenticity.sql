-- Who says that evidence is what it seems to be, in which capacity and in which words: the learner with the submission, and
-- whoever wrote it for the learner when they hand it over (R88). While a writer's word stands, what they wrote is not changed.
create table evidence_authentications (
  centre_id   uuid not null references centres,
  evidence_id uuid not null,
  version     integer not null,
  person_id   uuid not null references identity.people,
  role        text not null,
  statement   text not null,
  given_at    timestamptz not null,
  taken_back_at timestamptz,
  primary key (centre_id, evidence_id, version, person_id),
  foreign key (centre_id, evidence_id, version) references evidence_versions
);
select protect_by_centre('evidence_authentications');
-- Whatever was declared so far was declared as own work.
insert into evidence_authentications (centre_id, evidence_id, version, person_id, role, statement, given_at)
select centre_id, evidence_id, version, declared_by, case when declared_by = learner_id then 'learner' else 'assessor' end, 'own-work', declared_at
  from evidence_versions where declared_at is not null and declared_by is not null;

-- Evidence that stays where it is: who went and saw it there, and when (R71).
create table evidence_sightings (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  evidence_id uuid not null,
  version     integer not null,
  person_id   uuid not null references identity.people,
  role        text not null,
  seen_on     date not null,
  note        text not null default '',
  recorded_at timestamptz not null,
  primary key (centre_id, id),
  foreign key (centre_id, evidence_id, version) references evidence_versions
);
create index evidence_sightings_version on evidence_sightings (centre_id, evidence_id, version);
select protect_by_centre('evidence_sightings');
