-- Where the learner did what the evidence shows, more closely than the setting: in what kind of organisation, and for whose
-- customers (R98); and why nothing that happened naturally could be had, where it was simulated (R100).
alter table evidence_versions add column sector text check (sector in ('private', 'public', 'not-for-profit'));
alter table evidence_versions add column customers text check (customers in ('external', 'internal', 'both', 'none'));
alter table evidence_versions add column simulation_reason text not null default '';
