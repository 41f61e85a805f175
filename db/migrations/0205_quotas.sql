-- What quotas count: a person's files, the bytes that a centre keeps, a person's unfinished uploads, the letters of a day.
create index evidence_files_added_by on evidence_files (centre_id, added_by) include (sha256);
create index further_documents_added_by on further_documents (centre_id, added_by) include (sha256);
create index files_kept on files (centre_id) include (size) where removed_at is null;
create index testimony_requests_asked_at on testimony_requests (centre_id, asked_at);
