-- Every check of a foreign key locks the row it points to, and all of a centre's writes pointed to the one row of the centre:
-- ten people saving at once queued up for it. Each of these rows hangs on a registration, a piece of evidence or a decision by
-- a key that holds the centre too, and row-level security lets nobody write another centre's id, so the check said nothing new.
alter table events drop constraint events_centre_id_fkey;
alter table evidence drop constraint evidence_centre_id_fkey;
alter table evidence_versions drop constraint evidence_versions_centre_id_fkey;
alter table claims drop constraint claims_centre_id_fkey;
alter table decisions drop constraint decisions_centre_id_fkey;
alter table decision_criteria drop constraint decision_criteria_centre_id_fkey;
alter table criterion_progress drop constraint criterion_progress_centre_id_fkey;
alter table registration_progress drop constraint registration_progress_centre_id_fkey;
alter table waiting_evidence drop constraint waiting_evidence_centre_id_fkey;
