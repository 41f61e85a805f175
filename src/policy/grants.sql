-- What the application's role may do with the rows of the centre that it has entered: read and add, change only the columns
-- listed here, and delete only from the tables listed below. Applied at each start, after the migrations. A house test compares
-- the lists with the statements of src/server and names what is missing or too much.
-- `centre_id` alone: rows are locked and never changed. A lock needs the right to one column, and row-level security keeps this
-- one as it is.
create or replace function grant_rights(app name) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  changed text;
  columns text;
begin
  execute format('revoke all on all tables in schema public, identity from %I', app);
  execute format('grant select, insert on all tables in schema public to %I', app);
  execute format('revoke all on migrations from %I', app);
  execute format('revoke insert on refusals from %I', app);
  execute format('grant select (id, name) on identity.people to %I', app);
  execute format('grant delete on drafts, occasions, registration_units, set_up_units, uploads, waiting_evidence to %I', app);
  for changed, columns in values
    ('allocations', 'ended_at, ended_by'),
    ('authority_scopes', 'ended_at, ended_by, until_day'),
    ('claims', 'withdrawn_at'),
    ('competence_evidence', 'end_reason, ended_at, ended_by'),
    ('conflicts', 'end_reason, ended_at, ended_by, managed_at, managed_by, managed_by_way, managed_how'),
    ('cpd_entries', 'end_reason, ended_at'),
    ('criterion_progress', 'claimed_at, claimed_by, decided_at, decided_by, decided_outcome, decided_reason, evidence_id, evidence_number, provisional_at, provisional_by, provisional_outcome, reason, since, state, version'),
    ('decision_criteria', 'superseded_by'),
    ('direct_model_conditions', 'evidence, met_on, recorded_at, recorded_by'),
    ('direct_models', 'centre_id'),
    ('drafts', 'body, revision, updated_at'),
    ('eqa_allotments', 'allotted_at, ended_at'),
    ('evidence', 'centre_id'),
    ('evidence_authentications', 'given_at, role, statement, taken_back_at'),
    ('evidence_files', 'parts, parts_revision, removed_at, seconds'),
    ('evidence_relations', 'removed_at'),
    ('evidence_versions', 'content_hash, customers, declared_at, declared_by, declared_documents, description, description_revision, occasions_revision, own_method_id, plan_entry_id, record, record_revision, return_reason, revision, sector, set_up_id, setting, shown_on, simulation_reason, state, state_since, statement, statement_revision, statement_text, submitted_at, submitted_by, title, type'),
    ('files', 'not_read, personal_data, removed_at, size'),
    ('further_documents', 'withdrawn_at, withdrawn_because'),
    ('occasions', 'criteria'),
    ('occupational_standards', 'centre_id'),
    ('own_methods', 'ended_at, ended_by'),
    ('permission_sources', 'ended_at, ended_by'),
    ('pins', 'place, removed_at'),
    ('plan_entries', 'kind, planned_for, registration_id, said_at, text, withdrawn_at, withdrawn_by, withdrawn_reason'),
    ('plan_entry_criteria', 'taken_out_at'),
    ('portfolios', 'last_number'),
    ('preconditions', 'ended_at, ended_by'),
    ('qualifications', 'awarding_organisation, title'),
    ('quality_records', 'closed_at'),
    ('question_criteria', 'answered_at, moved_by'),
    ('questions', 'answer, answered_at, answered_by, decision_id'),
    ('registration_progress', 'claimed, confirmed, criteria, last_activity, provisional, returned'),
    ('registrations', 'withdrawn_at'),
    ('removals', 'ended_at, ended_because, ended_by, outcome'),
    ('requirement_ticks', 'superseded_by, withdrawn_at'),
    ('role_grants', 'ended_at, ended_by'),
    ('set_ups', 'description, ended_at, ended_by, name'),
    ('specification_imports', 'corrections, discarded_at, published_at, published_revision, revision'),
    ('staff_awards', 'declared, ended_at, ended_by, evidence, shown_at, shown_by, title, until_day'),
    ('stored_bytes', 'files, bytes'),
    ('testimony_requests', 'cancelled_at, opened_at, opened_by, signed_at'),
    ('units', 'centre_id'),
    ('uploads', 'finished_at, refusal'),
    ('waiting_evidence', 'open_claims, provisional, provisional_at, units'),
    ('workplace_records', 'ended_at, ended_by'),
    ('worksheets', 'ended_at, ended_by')
  loop
    execute format('grant update (%s) on %I to %I', columns, changed, app);
  end loop;
end $$;
revoke all on function grant_rights(name) from public;
