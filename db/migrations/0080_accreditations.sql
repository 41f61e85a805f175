-- What a qualification is called by others and from when to when it is accredited, with the qualification that it follows
-- (R14). It stands beside the versions, which never change. Each row supersedes the one before; none is changed or taken away.
create table accreditations (
  centre_id        uuid not null references centres,
  qualification_id uuid not null,
  number           integer not null,
  other_numbers    jsonb not null,        -- [{"scheme": "aps", "value": "GC2V 22"}]
  accredited_from  date,
  accredited_to    date,                  -- the day itself still counts
  predecessor_id   uuid,
  predecessor_text text,                  -- where the predecessor is not in this catalogue
  reason           text not null,
  recorded_by      uuid not null references identity.people,
  recorded_at      timestamptz not null,
  primary key (centre_id, qualification_id, number),
  foreign key (centre_id, qualification_id) references qualifications,
  foreign key (centre_id, predecessor_id) references qualifications,
  check (accredited_from <= accredited_to),
  check (predecessor_id is null or predecessor_text is null),
  check (predecessor_id <> qualification_id)
);
select protect_by_centre('accreditations');

-- What counts now: what was recorded last; while nobody has recorded anything, the numbers that the newest version prints.
create view standing_accreditations with (security_invoker = true) as
select q.centre_id, q.id as qualification_id, coalesce(a.number, 0) as number,
       case when a.number is null then coalesce(printed.other_numbers, '[]') else a.other_numbers end as other_numbers,
       a.accredited_from, a.accredited_to, a.predecessor_id, a.predecessor_text
  from qualifications q
  left join lateral (
    select * from accreditations r where r.centre_id = q.centre_id and r.qualification_id = q.id order by r.number desc limit 1) a on true
  left join lateral (
    select v.other_numbers from qualification_versions v
     where v.centre_id = q.centre_id and v.qualification_id = q.id order by v.version desc limit 1) printed on true;

-- What decides on a day of registration: the dates that count, the days of accreditation, and what to register on instead.
create view registration_facts with (security_invoker = true) as
select d.centre_id, d.qualification_id, d.dates, a.accredited_from, a.accredited_to, a.other_numbers,
       coalesce((select jsonb_agg(v.title || coalesce(' (' || coalesce(v.number, n.numbers) || ')', '') order by s.accredited_from nulls last, v.title)
                   from standing_accreditations s
                   join lateral (select t.title, t.number from qualification_versions t
                                  where t.centre_id = s.centre_id and t.qualification_id = s.qualification_id order by t.version desc limit 1) v on true
                   cross join lateral (select string_agg(o->>'value', ', ') as numbers from jsonb_array_elements(s.other_numbers) o) n
                  where s.centre_id = d.centre_id and s.predecessor_id = d.qualification_id), '[]') as successors
  from standing_dates d
  join standing_accreditations a on a.centre_id = d.centre_id and a.qualification_id = d.qualification_id;
