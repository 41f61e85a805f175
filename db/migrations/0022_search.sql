-- Titles of evidence by any part of them, in a centre with half a million pieces. Row-level security keeps `ilike` from
-- using an index, so the search of one centre runs as the owner and names the centre itself. Who may see what was found is for
-- the caller to say, by joining `visible_learners`.
create extension if not exists btree_gin;
create index evidence_versions_titled on evidence_versions using gin (centre_id, title gin_trgm_ops);

create function evidence_titled(rarest text, patterns text[], most integer) returns table (evidence_id uuid, version integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.evidence_id, v.version from evidence_versions v
   where v.centre_id = current_centre() and v.title ilike rarest and v.title ilike all(patterns)
     and not exists (select 1 from evidence_versions n where n.centre_id = v.centre_id and n.evidence_id = v.evidence_id and n.version > v.version)
   limit most
$$;
