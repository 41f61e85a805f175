-- Confirmed on prior learning alone, as before (0170): but what is never enough by itself (R80; supportingTypes in
-- domain/evidence/kinds.ts, and a test compares) shows nothing anew beside it either.
create or replace view confirmed_on_prior_learning with (security_invoker = true) as
select p.centre_id, p.registration_id, v.learner_id, p.criterion_id, v.record->>'priorKind' as kind
  from evidence_versions v
  join decision_criteria d on d.centre_id = v.centre_id and d.evidence_id = v.evidence_id and d.version = v.version
   and d.layer = 'assessor' and d.outcome = 'met' and d.superseded_by is null
  join criterion_progress p on p.centre_id = d.centre_id and p.registration_id = d.registration_id and p.criterion_id = d.criterion_id
   and p.state = 'confirmed' and p.evidence_id = v.evidence_id and p.version = v.version
  join registration_units u on u.centre_id = p.centre_id and u.registration_id = p.registration_id and u.unit_id = p.unit_id
 where v.type = 'prior-learning'
   and not exists (select 1 from decision_criteria o
                     join evidence_versions w on w.centre_id = o.centre_id and w.evidence_id = o.evidence_id and w.version = o.version
                      and w.type is distinct from 'prior-learning' and w.state <> 'withdrawn'
                      and (w.type is null or w.type not in ('training-record', 'work-diary', 'minutes'))
                    where o.centre_id = d.centre_id and o.registration_id = d.registration_id and o.criterion_id = d.criterion_id
                      and o.layer = 'assessor' and o.outcome = 'met' and o.superseded_by is null
                      and not exists (select 1 from question_criteria q where q.centre_id = o.centre_id and q.registration_id = o.registration_id and q.criterion_id = o.criterion_id
                                         and q.evidence_id = o.evidence_id and q.version = o.version and q.answered_at is null));
