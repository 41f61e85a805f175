-- BLOCK list_people
-- TYPE entry: import('#domain/people/entry.ts').EntryState
-- Everybody who holds (or, former, once held) a role in the centre; `total` counts all pages. Accounts are looked into
-- only for those who are shown.
with shown as (
  select p.id, p.name, d.email::text as email, h.roles, h.since, count(*) over () as total,
         row_number() over (
           order by case $sort::text when 'name' then lower(p.name) when 'email' then d.email::text when 'since' then to_char(h.since, 'YYYYMMDDHH24MISSUS') end,
                    case $sort::text when '-name' then lower(p.name) when '-email' then d.email::text when '-since' then to_char(h.since, 'YYYYMMDDHH24MISSUS') end desc,
                    lower(p.name), p.id) as nth
    from (select g.person_id, min(g.granted_at) as since,
                 coalesce(array_agg(g.role::text order by g.role) filter (where g.ended_at is null), '{}') as roles
            from role_grants g where g.centre_id = current_centre() group by g.person_id) h
    join identity.people p on p.id = h.person_id
    join addresses d on d.centre_id = current_centre() and d.person_id = h.person_id
   where (h.roles <> '{}') = ($standing::text = 'current')
     and ($role::text is null or $role::text = any (h.roles))
     and (strpos(lower(p.name), lower($search)) > 0 or strpos(lower(d.email::text), lower($search)) > 0)
   order by nth limit $size::integer offset $skip::integer)
select s.id as "id!", s.name as "name!", s.email as "email!", a.state as "entry!", a.two_factor as "two_factor!",
       s.roles as "roles!", s.since as "since!", s.total as "total!"
  from shown s join identity.accounts_of(array(select id from shown)) a on a.person_id = s.id
 order by s.nth

-- BLOCK select_person
-- TYPE entry: import('#domain/people/entry.ts').EntryState
select p.id, p.name, d.email::text as "email!", a.state as "entry!", a.two_factor as "two_factor!", a.joined_before as "joined_before!", a.name_is_ours as "name_is_ours!"
  from identity.people p
  join addresses d on d.centre_id = current_centre() and d.person_id = p.id
  join identity.accounts_of(array[$person_id::uuid]) a on a.person_id = p.id
 where p.id = $person_id

-- BLOCK has_person
-- Locked, so that two administrators who change one person's roles do it one after the other.
select g.person_id from role_grants g where g.centre_id = current_centre() and g.person_id = $person_id order by g.id limit 1 for update

-- BLOCK list_roles_of_person
select g.role, g.granted_at, by.name as "granted_by?", g.ended_at, en.name as "ended_by?"
  from role_grants g
  left join identity.people by on by.id = g.granted_by
  left join identity.people en on en.id = g.ended_by
 where g.centre_id = current_centre() and g.person_id = $person_id
 order by g.ended_at is not null, g.role, g.granted_at desc

-- BLOCK has_current_role
select exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = $person_id and g.ended_at is null) as "here!"

-- BLOCK list_registrations_of_person
-- Where the person learns, and every registration that names them now or named them.
select r.id as registration_id, r.learner_id, l.name as learner_name, v.title as qualification, x.place as "place!", x.since as "since!", least(x.ended_at, r.withdrawn_at) as "ended_at?"
  from (select r.id, 'learner' as place, r.registered_at as since, r.withdrawn_at as ended_at
          from registrations r where r.centre_id = current_centre() and r.learner_id = $person_id
        union all
        select a.registration_id, a.role::text, a.allocated_at, a.ended_at
          from allocations a where a.centre_id = current_centre() and a.person_id = $person_id) x
  join registrations r on r.centre_id = current_centre() and r.id = x.id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join identity.people l on l.id = r.learner_id
 order by least(x.ended_at, r.withdrawn_at) is not null, lower(l.name), v.title, x.since

-- BLOCK list_waiting
-- Registrations that name the person in one of these places, with the evidence that waits to be judged on each.
select r.id as registration_id, l.name as learner_name, v.title as qualification, x.place as "place!",
       (select count(distinct (e.evidence_id, e.version)) from claims c
          join evidence_versions e on e.centre_id = c.centre_id and e.evidence_id = c.evidence_id and e.version = c.version and e.state in ('submitted', 'under-review')
         where c.centre_id = r.centre_id and c.registration_id = r.id and c.withdrawn_at is null) as "evidence!"
  from (select r.id, 'learner' as place from registrations r
         where r.centre_id = current_centre() and r.learner_id = $person_id and r.withdrawn_at is null
        union all
        select a.registration_id, a.role::text from allocations a
         where a.centre_id = current_centre() and a.person_id = $person_id and a.ended_at is null) x
  join registrations r on r.centre_id = current_centre() and r.id = x.id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join identity.people l on l.id = r.learner_id
 where x.place = any ($places::text[]) and r.withdrawn_at is null
 order by lower(l.name), v.title, r.id

-- BLOCK list_people_by_email
-- `here`: whoever holds a role now. Who left is known, and is invited again with the next role.
select p.id, p.name, exists (select 1 from role_grants g where g.centre_id = a.centre_id and g.person_id = a.person_id and g.ended_at is null) as "here!"
  from addresses a join identity.people p on p.id = a.person_id
 where a.centre_id = current_centre() and a.email = any ($emails::text[]::citext[])

-- BLOCK list_added_people
-- Through the door for administrators: whom the centre knows already keeps their name; everybody else is a new person of it.
select person_id as "person_id!", email as "email!" from identity.add_people($names::text[], $emails::text[], $at)

-- BLOCK list_invited
select person_id as "person_id!", name as "name!", email as "email!", token as "token?"
  from identity.invite($person_ids::uuid[], $tokens::text[], $at, $expires)

-- BLOCK list_asked_entries
-- Those who have not joined yet: each gets a link of their own.
select person_id as "person_id!", token_hash as "token_hash!" from identity.ask_entry($person_ids::uuid[], $hashes::text[], $at)

-- BLOCK list_proven_entries
select centre_id as "centre_id!", person_id as "person_id!" from identity.prove_entry($session_token, $hash, $at)

-- BLOCK take_corrected_name
select identity.correct_name($person_id, $name, $at) as "corrected!"

-- BLOCK take_corrected_email
-- TYPE outcome: 'corrected' | 'holds-no-role' | 'has-joined' | 'address-taken'
select identity.correct_email($person_id, $email::text, $at) as "outcome!"

-- BLOCK insert_all_grants
-- A role that is held already stays as it is; answers those that were granted.
insert into role_grants (centre_id, person_id, role, granted_at, granted_by)
select current_centre(), t.person_id, t.role::role, $at, $by
  from unnest($person_ids::uuid[], $roles::text[]) as t (person_id, role)
on conflict (centre_id, person_id, role) where ended_at is null do nothing
returning person_id, role

-- BLOCK list_administrators_locked
-- Locked in one order, so that the last two administrators cannot take the role from each other at once.
select g.person_id from role_grants g
 where g.centre_id = current_centre() and g.role = 'centre-administrator' and g.ended_at is null
 order by g.id for update

-- BLOCK update_all_ended_grants
update role_grants g set ended_at = $at, ended_by = $by
 where g.centre_id = current_centre() and g.person_id = $person_id and g.role = $role and g.ended_at is null
returning g.id

-- BLOCK insert_all_letters
insert into letters (id, centre_id, person_id, recipient, kind, subject, body, written_at)
select t.id, current_centre(), t.person_id, t.recipient, t.kind, $subject, t.body, $at
  from unnest($ids::uuid[], $person_ids::uuid[], $recipients::text[], $kinds::text[], $bodies::text[]) as t (id, person_id, recipient, kind, body)

-- BLOCK list_letters
-- A letter about a password belongs to an account, and is shown with the person whom that is here.
select l.id, p.id as person_id, l.recipient::text as "recipient!", p.name, l.kind, l.subject, l.written_at, l.sent_at, l.failure, count(*) over () as "total!"
  from letters l join identity.people p on p.id = case when l.centre_id is null then identity.person_here(l.person_id) else l.person_id end
 order by l.written_at desc, l.id limit $size offset $skip

-- BLOCK select_letter
select l.id, p.id as person_id, l.kind, l.subject, l.body, l.sent_at
  from letters l join identity.people p on p.id = case when l.centre_id is null then identity.person_here(l.person_id) else l.person_id end
 where l.id = $letter_id

-- BLOCK list_allotments
select e.qualification_id, q.title, e.allotted_at
  from eqa_allotments e join qualifications q on q.centre_id = e.centre_id and q.id = e.qualification_id
 where e.centre_id = current_centre() and e.person_id = $person_id and e.ended_at is null
 order by q.title

-- BLOCK list_allottable_qualifications
select q.id, q.title, q.number from qualifications q where q.centre_id = current_centre() order by q.title, q.number

-- BLOCK list_allotment_subjects
-- TYPE facts: import('#domain/competence/authority.ts').AuthorityFacts
-- Those that are not allotted yet, with the level of their newest version and what the EQA's authority is computed from.
select q.id, q.title, f.facts as "facts!",
       (select v.level from qualification_versions v where v.centre_id = q.centre_id and v.qualification_id = q.id order by v.version desc limit 1) as level
  from qualifications q join authority_facts f on f.centre_id = q.centre_id and f.person_id = $person_id
 where q.centre_id = current_centre() and q.id = any ($qualification_ids::uuid[])
   and not exists (select 1 from eqa_allotments e where e.centre_id = q.centre_id and e.qualification_id = q.id and e.person_id = $person_id and e.ended_at is null)
 order by q.title

-- BLOCK update_all_ended_allotments
update eqa_allotments e set ended_at = $at
 where e.centre_id = current_centre() and e.person_id = $person_id and e.ended_at is null
   and not (e.qualification_id = any ($qualification_ids::uuid[]))
returning e.qualification_id

-- BLOCK insert_all_allotments
-- One row a qualification: allotted again, it carries the new day, and the ledger keeps the old ones.
insert into eqa_allotments (centre_id, qualification_id, person_id, allotted_at)
select current_centre(), q.id, $person_id, $at from qualifications q
 where q.centre_id = current_centre() and q.id = any ($qualification_ids::uuid[])
on conflict (centre_id, qualification_id, person_id) do update set allotted_at = excluded.allotted_at, ended_at = null
  where eqa_allotments.ended_at is not null
returning qualification_id
