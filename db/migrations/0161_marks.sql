-- The marks of a worksheet's answers, kept with the decision that they were made for (R82): [{question, enough, comment}].
alter table decisions add column marks jsonb not null default '[]';
