-- Who exists for whom: the only place that says so. Every loader joins it.
--
-- A registration exists for its learner, for those allocated to it while they still hold the role that the allocation
-- needs, for the centre's lead IQA and administrators, and for an EQA to whom its qualification is allotted (R133).
-- Replaced whole at every migration. Each branch of the union can be entered by its own index.
--
-- First those in which somebody has a place: as the learner, or allocated to it.
create or replace function placed_registrations(actor uuid)
returns table (registration_id uuid, learner_id uuid, version_id uuid, seen_as text, withdrawn_at timestamptz)
language sql stable parallel safe as $$
  select r.id, r.learner_id, r.version_id, 'learner', r.withdrawn_at
    from registrations r
   where r.centre_id = current_centre() and r.learner_id = actor
     and exists (select 1 from role_grants g where g.centre_id = r.centre_id and g.person_id = actor and g.role = 'learner' and g.ended_at is null)
  union all
  select r.id, r.learner_id, r.version_id, a.role::text, r.withdrawn_at
    from allocations a join registrations r on r.centre_id = a.centre_id and r.id = a.registration_id
   where a.centre_id = current_centre() and a.person_id = actor and a.ended_at is null
     and exists (select 1 from role_grants g
                  where g.centre_id = a.centre_id and g.person_id = actor and g.ended_at is null
                    and case a.role when 'countersigner' then g.role = 'assessor'
                                    when 'iqa' then g.role in ('iqa', 'lead-iqa')
                                    else g.role::text = a.role::text end)
$$;

create or replace function visible_registrations(actor uuid)
returns table (registration_id uuid, learner_id uuid, version_id uuid, seen_as text, withdrawn_at timestamptz)
language sql stable parallel safe as $$
  select p.registration_id, p.learner_id, p.version_id, p.seen_as, p.withdrawn_at from placed_registrations(actor) p
  union all
  select r.id, r.learner_id, r.version_id, w.role, r.withdrawn_at
    from registrations r,
         (select g.role::text from role_grants g
           where g.centre_id = current_centre() and g.person_id = actor and g.ended_at is null
             and g.role in ('lead-iqa', 'centre-administrator')) w
   where r.centre_id = current_centre()
  union all
  select r.id, r.learner_id, r.version_id, 'eqa', r.withdrawn_at
    from eqa_allotments e
    join qualification_versions v on v.centre_id = e.centre_id and v.qualification_id = e.qualification_id
    join registrations r on r.centre_id = v.centre_id and r.version_id = v.id
   where e.centre_id = current_centre() and e.person_id = actor and e.ended_at is null
     and exists (select 1 from role_grants g where g.centre_id = e.centre_id and g.person_id = actor and g.role = 'eqa' and g.ended_at is null)
$$;

-- A learner's portfolio exists for whoever may see one of their registrations, through each of these, and for the learner.
create or replace function visible_portfolios(actor uuid)
returns table (learner_id uuid, registration_id uuid)
language sql stable parallel safe as $$
  select v.learner_id, v.registration_id from visible_registrations(actor) v
  union all
  select p.learner_id, null::uuid from portfolios p where p.centre_id = current_centre() and p.learner_id = actor
$$;

create or replace function visible_learners(actor uuid)
returns table (learner_id uuid)
language sql stable parallel safe as $$
  select distinct v.learner_id from visible_portfolios(actor) v
$$;

-- Answers a row where somebody named in this place may judge there on this day: the role that the place needs, and records
-- that entitle them (R112, R115). A queue asks it once for each person, place and qualification; the view entitled_places says
-- the same of each registration. A conflict of interest comes on top, for it is of a learner. Rows and no truth value,
-- because the planner takes only such a function apart.
create or replace function entitlement_on(day date, person uuid, place allocation_role, qualification uuid, its_level integer)
returns table (entitled boolean)
language sql stable parallel safe as $$
  select true
   where exists (select 1 from role_grants g where g.centre_id = current_centre() and g.person_id = person and g.ended_at is null
                    and g.role = (case place when 'trainee-assessor' then 'trainee-assessor' else 'assessor' end)::role)
     -- `limit` has the periods looked up of this person, and not of everybody.
     and (select true from entitlements e
           where e.centre_id = current_centre() and e.person_id = person and e.role = 'assessor' and day between e.from_day and coalesce(e.until_day, 'infinity')
             and (e.qualified or place = 'trainee-assessor') and (e.qualification_id is null or e.qualification_id = qualification)
             and (e.levels is null or its_level is null or its_level = any (e.levels)) limit 1)
$$;
