-- The dates of a qualification stand beside its versions: a published version never changes, but its awarding organisation
-- moves review dates (R23, R24). Each row supersedes the one before; none is changed or taken away.
create table qualification_dates (
  centre_id          uuid not null references centres,
  qualification_id   uuid not null,
  number             integer not null,
  opens              date,
  last_registration  date,
  last_certification date,
  reason             text not null,
  recorded_by        uuid not null references identity.people,
  recorded_at        timestamptz not null,
  primary key (centre_id, qualification_id, number),
  foreign key (centre_id, qualification_id) references qualifications
);
select protect_by_centre('qualification_dates');

-- The dates that count now: those recorded last; while nobody has recorded any, those the newest version prints.
create view standing_dates with (security_invoker = true) as
select q.centre_id, q.id as qualification_id,
       coalesce(recorded.dates, printed.dates, '{"opens": null, "lastRegistration": null, "lastCertification": null}') as dates
  from qualifications q
  left join lateral (
    select jsonb_build_object('opens', d.opens, 'lastRegistration', d.last_registration, 'lastCertification', d.last_certification) as dates
      from qualification_dates d where d.centre_id = q.centre_id and d.qualification_id = q.id order by d.number desc limit 1) recorded on true
  left join lateral (
    select v.dates from qualification_versions v
     where v.centre_id = q.centre_id and v.qualification_id = q.id
       and coalesce(v.dates->>'opens', v.dates->>'lastRegistration', v.dates->>'lastCertification') is not null
     order by v.version desc limit 1) printed on true;
