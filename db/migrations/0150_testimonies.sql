-- A witness confirms what they saw by one link, without an account (R110). The link goes to the witness's own address and to
-- nobody else; only its hash is kept. What was signed is frozen in the evidence, and bound to the signature by its hash.
create table testimony_requests (
  centre_id    uuid not null references centres,
  id           uuid not null default gen_random_uuid(),
  learner_id   uuid not null references identity.people,
  type         text not null check (type in ('witness-testimony', 'expert-witness')),
  witness_name text not null,
  email        citext not null,
  asks         text not null,
  about_id     uuid,                          -- the evidence that the testimony relates to, where there is one
  token_hash   text not null unique,
  asked_by     uuid not null references identity.people,
  asked_as     text not null,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  opened_at    timestamptz,
  cancelled_at timestamptz,
  signed_at    timestamptz,
  primary key (centre_id, id),
  foreign key (centre_id, about_id) references evidence
);
create index testimony_requests_learner on testimony_requests (centre_id, learner_id, asked_at desc);
select protect_by_centre('testimony_requests');

create table testimonies (
  centre_id    uuid not null references centres,
  id           uuid not null default gen_random_uuid(),
  request_id   uuid not null,
  evidence_id  uuid not null,
  learner_id   uuid not null,
  type         text not null,
  status       integer not null check (status between 1 and 4),
  name         text not null,
  relationship text not null,
  position     text not null,
  telephone    text not null,
  email        citext not null,
  signed_name  text not null,
  signed_hash  text not null,
  signed_at    timestamptz not null,
  signed_from  text not null,                -- the address of the device: what a link can prove, and no more
  primary key (centre_id, id),
  unique (centre_id, request_id),
  foreign key (centre_id, request_id) references testimony_requests,
  foreign key (centre_id, evidence_id) references evidence
);
create index testimonies_evidence on testimonies (centre_id, evidence_id);
create index testimonies_learner on testimonies (centre_id, learner_id);
select protect_by_centre('testimonies');

-- The hash of what a witness signed: record and day. While it is there, neither changes.
alter table evidence_versions add column signed_hash text;

-- The witness's door: the link opens the centre that sent it, for this transaction, and nothing of the person behind it.
create function identity.enter_by_testimony(hash text) returns table (centre_id uuid, centre_name text, request_id uuid)
language plpgsql security definer set search_path = public, identity, pg_temp as $$
begin
  select t.centre_id, c.name, t.id into centre_id, centre_name, request_id
    from public.testimony_requests t join public.centres c on c.id = t.centre_id where t.token_hash = hash;
  if not found then return; end if;
  perform set_config('countersign.centre', centre_id::text, true);
  return next;
end $$;
