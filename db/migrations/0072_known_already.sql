-- A judgement names a criterion and a registration that its own transaction has just read and locked: the criteria come from
-- the tree of a published version, of which nothing can be changed or taken away (the triggers of 0020 refuse it even to the
-- owner), the registration from the places of whoever judges, locked until the end, and nobody's role may delete one. Checking
-- both again, row by row, cost forty look-ups and as many row locks for a decision on twenty criteria. What the key of
-- `decisions` says (which decision, of which evidence) is still checked.
alter table decision_criteria drop constraint decision_criteria_centre_id_criterion_id_fkey;
alter table decision_criteria drop constraint decision_criteria_centre_id_registration_id_fkey;
