-- Which evidence names a plan is asked for every plan that is shown, on the first page of everybody who has one coming.
create index evidence_versions_plan on evidence_versions (centre_id, plan_entry_id) where plan_entry_id is not null;
create index quality_follow_ups_record on quality_follow_ups (centre_id, record_id);
