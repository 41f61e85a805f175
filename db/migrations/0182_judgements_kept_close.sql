-- Twenty judgements of one decision lie in one place of each index. The index that says that one of a layer stands has its entries
-- by evidence, where they are written, and no longer by criterion, where each of the twenty went to another page; and the one by
-- criterion holds no more than what is looked for by it. That superseded ones stay is no matter of a key: each is superseded by a
-- decision of its own.
drop index decision_criteria_standing;
alter table decision_criteria drop constraint decision_criteria_pkey;
alter table decision_criteria add constraint decision_criteria_standing
  unique nulls not distinct (centre_id, evidence_id, version, layer, registration_id, criterion_id, superseded_by);
create index decision_criteria_criterion on decision_criteria (centre_id, registration_id, criterion_id) where superseded_by is null;

-- A request is repeated to the same evidence or it is another request: one index finds both a repeated request and what has been
-- decided on a piece of evidence.
alter table decisions drop constraint decisions_centre_id_request_id_key;
drop index decisions_evidence;
alter table decisions add constraint decisions_request unique (centre_id, evidence_id, request_id);
