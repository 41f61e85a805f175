-- Why criteria were confirmed although something stood in the way that an assessor may answer for: a criterion in the plural
-- on one example (R30), and the like. And three kinds of evidence more.
alter table decisions add column justifications jsonb not null default '[]';
alter table evidence_versions drop constraint evidence_versions_type_check;
alter table evidence_versions add constraint evidence_versions_type_check check (type in (
  'work-product', 'observation', 'professional-discussion', 'questioning', 'witness-testimony', 'expert-witness', 'personal-statement',
  'reflective-log', 'case-study', 'worksheet', 'recording', 'customer-feedback', 'appraisal', 'training-record', 'work-diary', 'minutes', 'prior-learning'));
