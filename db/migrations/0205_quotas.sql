-- What quotas count: a person's files, the bytes that a centre stores, a person's unfinished uploads, the letters of a day.
create index evidence_files_added_by on evidence_files (centre_id, added_by) include (sha256);
create index further_documents_added_by on further_documents (centre_id, added_by) include (sha256);
create index uploads_unfinished_by on uploads (centre_id, person_id) where finished_at is null;
create index testimony_requests_asked_at on testimony_requests (centre_id, asked_at);

-- The sum of `files` of a centre, in sixteen parts by the first digit of the hash: two people whose files arrive at once
-- seldom wait for each other. Adding up a large centre's files for each upload took some 200 ms.
create table stored_bytes (
  centre_id uuid not null references centres,
  part      text not null check (part ~ '^[0-9a-f]$'),
  files     bigint not null,
  bytes     bigint not null,
  primary key (centre_id, part)
);
select protect_by_centre('stored_bytes');
insert into stored_bytes (centre_id, part, files, bytes)
select centre_id, left(sha256, 1), count(*), sum(size) from files where removed_at is null group by 1, 2;

-- Bytes that are taken out of storage for good count no more; a file never comes back from that.
create function count_stored_bytes() returns trigger language plpgsql as $$
declare
  sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
  insert into stored_bytes as s (centre_id, part, files, bytes) values (new.centre_id, left(new.sha256, 1), sign, sign * new.size)
      on conflict (centre_id, part) do update set files = s.files + excluded.files, bytes = s.bytes + excluded.bytes;
  return null;
end $$;
create trigger files_stored after insert on files for each row when (new.removed_at is null) execute function count_stored_bytes();
create trigger files_removed after update on files for each row
  when (old.removed_at is null and new.removed_at is not null) execute function count_stored_bytes();
