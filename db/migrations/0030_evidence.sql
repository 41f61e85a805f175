-- What kind of evidence it is (R68), and the two texts that are saved as somebody types: each has its own count of changes,
-- so that a tick made meanwhile never looks like somebody else's typing.
alter table evidence_versions
  add column type text check (type in (
    'work-product', 'observation', 'professional-discussion', 'questioning', 'witness-testimony', 'personal-statement',
    'reflective-log', 'case-study', 'worksheet', 'customer-feedback', 'appraisal', 'training-record', 'minutes', 'prior-learning')),
  add column description_revision integer not null default 1,
  add column statement_revision integer not null default 1;

create index evidence_versions_title on evidence_versions using gin (title gin_trgm_ops);
create index uploads_unfinished on uploads (centre_id, started_at) where finished_at is null;
