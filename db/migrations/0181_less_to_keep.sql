-- Whoever saves a decision changes the state of a version. Two indexes took part in it (one of them was asked by nobody), so that
-- each change made a new entry in all of them; now none does, and a page keeps room for the row as it becomes.
drop index evidence_versions_waiting;
drop index evidence_versions_with_learner;
create index evidence_versions_learner on evidence_versions (centre_id, learner_id);
alter table evidence_versions set (fillfactor = 90);

-- Complete models matter to the few who judge under one. A function that is called for them only spares everybody else's
-- statement the half of its plan.
create function complete_models_told() returns jsonb language sql stable parallel safe as $$
  select coalesce(jsonb_agg(jsonb_build_object('qualificationId', m.qualification_id, 'completeSince', m.complete_since)), '[]')
    from complete_models m where m.centre_id = current_centre()
$$;

create or replace view authority_facts with (security_invoker = true) as
select p.centre_id, p.person_id,
       jsonb_build_object(
         'scopes', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'role', s.role, 'qualificationId', s.qualification_id, 'levels', s.levels,
                                                                 'from', s.from_day, 'until', s.until_day)), '[]')
                      from authority_scopes s where s.centre_id = p.centre_id and s.person_id = p.person_id),
         'awards', a.awards,
         'models', case when a.under_model then complete_models_told() else '[]' end
       ) as facts
  from (select distinct centre_id, person_id from role_grants) p
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'role', a.role, 'kind', a.kind, 'title', a.title, 'since', a.since, 'until', a.until_day)), '[]') as awards,
           bool_or(a.kind = 'employer-direct-model') as under_model
      from staff_awards a where a.centre_id = p.centre_id and a.person_id = p.person_id
  ) a;

-- Judgements are looked for by their evidence, those that stand by the criterion too. Two indexes do what three did, and what asks
-- for all judgements on a piece of evidence, superseded ones among them, no longer reads those of the whole centre.
drop index decision_criteria_criterion;
drop index decision_criteria_standing;
alter table decision_criteria drop constraint decision_criteria_pkey;
alter table decision_criteria add primary key (centre_id, evidence_id, version, decision_id, registration_id, criterion_id);
create unique index decision_criteria_standing on decision_criteria (centre_id, registration_id, criterion_id, evidence_id, version, layer) where superseded_by is null;
