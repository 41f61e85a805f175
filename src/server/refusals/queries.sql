-- BLOCK list_days
-- Each of so many days until today, also those without a refusal.
select d.day::date as "day!",
       (select coalesce(sum(r.count), 0)::integer from refusals r where r.centre_id = current_centre() and r.day = d.day::date) as "count!"
  from generate_series($today::date - ($days::integer - 1), $today::date, interval '1 day') as d (day) order by 1

-- BLOCK list_kinds
-- TYPE kind: import('#contract/refusals.ts').RefusalKind
select r.kind, sum(r.count)::integer as "count!" from refusals r
 where r.centre_id = current_centre() and r.day >= $since group by r.kind

-- BLOCK list_refusals
-- The most frequent first. No person: an account that has not joined this centre.
-- TYPE kind: import('#contract/refusals.ts').RefusalKind
select r.person_id, p.name as "name?", r.kind, r.route, sum(r.count)::integer as "count!", max(r.day) as "last_day!", count(*) over () as "of!"
  from refusals r left join identity.people p on p.id = r.person_id
 where r.centre_id = current_centre() and r.day >= $since
 group by r.person_id, p.name, r.kind, r.route
 order by 5 desc, 6 desc, lower(p.name), r.kind, r.route limit $most

-- BLOCK list_refusals_by_day
-- TYPE kind: import('#contract/refusals.ts').RefusalKind
select r.day, p.name as "name?", r.kind, r.route, r.count
  from refusals r left join identity.people p on p.id = r.person_id
 where r.centre_id = current_centre() and r.day > $today::date - $days::integer
 order by r.day desc, lower(p.name), r.kind, r.route
