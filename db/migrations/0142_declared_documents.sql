-- What the learner says of documents among the files (R74, R75): a policy of the workplace, which is no evidence without their
-- own words on how they follow it; a blank form, which is none unless they made it themselves.
alter table evidence_versions add column declared_documents jsonb not null default '{}';
-- What in a file looks like personal data, found when it was first asked for; null while nobody has.
alter table files add column personal_data jsonb;
