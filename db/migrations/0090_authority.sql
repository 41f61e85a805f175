-- Authority is computed from records, never stored as a yes (R112, R115, R116). Two of them must hold on a day: what a person
-- may assess or verify (a scope), and what entitles them to do so as such (a staff award). Both are ended, never taken away.
create table authority_scopes (
  centre_id        uuid not null references centres,
  id               uuid not null default gen_random_uuid(),
  person_id        uuid not null references identity.people,
  role             text not null check (role in ('assessor', 'iqa', 'eqa')),
  qualification_id uuid,                    -- null: everything that the centre offers
  levels           integer[] check (array_length(levels, 1) > 0),   -- null: every level
  from_day         date not null,
  until_day        date,                    -- the last day; null while it is open
  declared         boolean not null,        -- said by an administrator when the role was given, and shown by nothing yet
  evidence         text,
  recorded_by      uuid references identity.people,
  recorded_at      timestamptz not null,
  ended_by         uuid references identity.people,
  ended_at         timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, qualification_id) references qualifications
);
create index authority_scopes_person on authority_scopes (centre_id, person_id);

create table staff_awards (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  person_id   uuid not null references identity.people,
  role        text not null check (role in ('assessor', 'iqa', 'eqa')),
  kind        text not null check (kind in ('held', 'working-towards', 'employer-direct-model')),
  title       text,                         -- null while it is only declared
  since       date not null,
  until_day   date,                         -- of one worked towards: the last day of the months allowed
  declared    boolean not null,             -- nobody has seen the certificate yet
  evidence    text,
  shown_by    uuid references identity.people,
  shown_at    timestamptz,
  recorded_by uuid references identity.people,
  recorded_at timestamptz not null,
  ended_by    uuid references identity.people,
  ended_at    timestamptz,
  primary key (centre_id, id),
  check (kind <> 'working-towards' or until_day is not null)
);
create index staff_awards_person on staff_awards (centre_id, person_id);

-- The Employer Direct Model in place of staff awards: for an employer, in one qualification, once five conditions are met.
create table direct_models (
  centre_id        uuid not null references centres,
  id               uuid not null default gen_random_uuid(),
  qualification_id uuid not null,
  employer         text not null,
  sector           text not null,
  size             text not null,
  recorded_by      uuid not null references identity.people,
  recorded_at      timestamptz not null,
  primary key (centre_id, id),
  unique (centre_id, qualification_id),
  foreign key (centre_id, qualification_id) references qualifications
);
create table direct_model_conditions (
  centre_id   uuid not null references centres,
  model_id    uuid not null,
  condition   text not null check (condition in ('liaison', 'roles-reviewed', 'mapping', 'mapping-agreed', 'equal-rigour')),
  met_on      date not null,
  evidence    text not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  primary key (centre_id, model_id, condition),
  foreign key (centre_id, model_id) references direct_models
);

select protect_by_centre(t) from unnest(array['authority_scopes', 'staff_awards', 'direct_models', 'direct_model_conditions']::regclass[]) t;

-- On which day a model became complete; no row while a condition is missing.
create view complete_models with (security_invoker = true) as
select m.centre_id, m.qualification_id, max(c.met_on) as complete_since
  from direct_models m join direct_model_conditions c on c.centre_id = m.centre_id and c.model_id = m.id
 group by m.centre_id, m.qualification_id having count(*) = 5;

-- The periods in which a person's records entitle them. The rule stands in domain/competence/authority.ts, which also says
-- why not; this is the same rule for a whole queue at once, and a test compares the two.
create view entitlements with (security_invoker = true) as
select s.centre_id, s.person_id, s.role, s.qualification_id, s.levels, greatest(s.from_day, a.since) as from_day,
       least(s.until_day, a.until_day) as until_day, a.kind = 'held' as qualified
  from authority_scopes s
  join staff_awards a on a.centre_id = s.centre_id and a.person_id = s.person_id and a.role = s.role and a.kind <> 'employer-direct-model'
union all
select s.centre_id, s.person_id, s.role, m.qualification_id, s.levels, greatest(s.from_day, a.since, m.complete_since),
       least(s.until_day, a.until_day), true
  from authority_scopes s
  join staff_awards a on a.centre_id = s.centre_id and a.person_id = s.person_id and a.role = s.role and a.kind = 'employer-direct-model'
  join complete_models m on m.centre_id = s.centre_id and (s.qualification_id is null or s.qualification_id = m.qualification_id);

-- What authority is computed from, of one person, in one piece.
create view authority_facts with (security_invoker = true) as
select p.centre_id, p.person_id,
       jsonb_build_object(
         'scopes', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'qualificationId', s.qualification_id, 'levels', s.levels,
                                                                 'from', s.from_day, 'until', s.until_day)), '[]')
                      from authority_scopes s where s.centre_id = p.centre_id and s.person_id = p.person_id),
         'awards', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'kind', a.kind, 'title', a.title,
                                                                 'since', a.since, 'until', a.until_day)), '[]')
                      from staff_awards a where a.centre_id = p.centre_id and a.person_id = p.person_id),
         'models', (select coalesce(jsonb_agg(jsonb_build_object('qualificationId', m.qualification_id, 'completeSince', m.complete_since)), '[]')
                      from complete_models m where m.centre_id = p.centre_id
                       and exists (select 1 from staff_awards a where a.centre_id = p.centre_id and a.person_id = p.person_id and a.kind = 'employer-direct-model'))
       ) as facts
  from (select distinct centre_id, person_id from role_grants) p;

-- Who is named on a registration, still holds the role that the place needs, and from when until when the records entitle
-- them there. A mentor judges nothing and is not in it.
create view entitled_places with (security_invoker = true) as
select a.centre_id, a.registration_id, a.person_id, a.role, e.from_day, e.until_day
  from allocations a
  join registrations r on r.centre_id = a.centre_id and r.id = a.registration_id
  join qualification_versions v on v.centre_id = r.centre_id and v.id = r.version_id
  join entitlements e on e.centre_id = a.centre_id and e.person_id = a.person_id
       and e.role = case a.role when 'iqa' then 'iqa' else 'assessor' end
       and (e.qualified or a.role in ('trainee-assessor', 'iqa'))
       and (e.qualification_id is null or e.qualification_id = v.qualification_id)
       and (e.levels is null or v.level is null or v.level = any (e.levels))
 where a.ended_at is null and a.role <> 'mentor'
   and exists (select 1 from role_grants g
                where g.centre_id = a.centre_id and g.person_id = a.person_id and g.ended_at is null
                  and case a.role when 'countersigner' then g.role = 'assessor'
                                  when 'iqa' then g.role in ('iqa', 'lead-iqa')
                                  else g.role::text = a.role::text end);

-- Each decision keeps the authority it was made under; those made before this stand without.
alter table decisions add column authority jsonb;

-- Nothing that worked stops working: whoever holds a role today is entitled as the administrator declared by giving it, for
-- everything and from the day it was given, with the evidence still to be shown. A trainee's months are counted from that
-- day too, or from today where they would have run out: nobody wrote down when they started.
insert into authority_scopes (centre_id, person_id, role, from_day, declared, recorded_by, recorded_at)
select g.centre_id, g.person_id, k.role, min(g.granted_at)::date, true, (array_agg(g.granted_by))[1], now()
  from role_grants g
  join (values ('trainee-assessor', 'assessor'), ('assessor', 'assessor'), ('iqa', 'iqa'), ('lead-iqa', 'iqa'), ('eqa', 'eqa')) k (held, role) on k.held = g.role::text
 where g.ended_at is null group by g.centre_id, g.person_id, k.role;

insert into staff_awards (centre_id, person_id, role, kind, since, declared, recorded_by, recorded_at)
select g.centre_id, g.person_id, k.role, 'held', min(g.granted_at)::date, true, (array_agg(g.granted_by))[1], now()
  from role_grants g
  join (values ('assessor', 'assessor'), ('iqa', 'iqa'), ('lead-iqa', 'iqa'), ('eqa', 'eqa')) k (held, role) on k.held = g.role::text
 where g.ended_at is null group by g.centre_id, g.person_id, k.role;

insert into staff_awards (centre_id, person_id, role, kind, since, until_day, declared, recorded_by, recorded_at)
select t.centre_id, t.person_id, 'assessor', 'working-towards', t.since, (t.since + interval '18 months')::date, true, t.granted_by, now()
  from (select g.centre_id, g.person_id, g.granted_by,
               case when g.granted_at::date + interval '18 months' < now() then now()::date else g.granted_at::date end as since
          from role_grants g where g.role = 'trainee-assessor' and g.ended_at is null) t;
