-- People and how they prove who they are. One person may work in several centres, so nothing here carries a centre;
-- the application's role sees of it only what the functions at the end and the row policies let through.
create extension if not exists citext;
create extension if not exists pg_trgm;

create schema identity;

create table identity.people (
  id             uuid primary key default gen_random_uuid(),
  name           text not null,
  email          citext not null unique,
  email_verified boolean not null default false,
  image          text,
  two_factor_enabled boolean not null default false,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now()
);

create table identity.sessions (
  id         uuid primary key default gen_random_uuid(),
  person_id  uuid not null references identity.people on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sessions_person on identity.sessions (person_id);

create table identity.accounts (
  id          uuid primary key default gen_random_uuid(),
  person_id   uuid not null references identity.people on delete cascade,
  account_id  text not null,
  provider_id text not null,
  access_token text, refresh_token text, id_token text, scope text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  password    text,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index accounts_person on identity.accounts (person_id);

create table identity.verifications (
  id         uuid primary key default gen_random_uuid(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verifications_identifier on identity.verifications (identifier);

create table identity.two_factors (
  id           uuid primary key default gen_random_uuid(),
  person_id    uuid not null references identity.people on delete cascade,
  secret       text not null,
  backup_codes text not null,
  verified     boolean
);
create index two_factors_person on identity.two_factors (person_id);

create table identity.rate_limits (
  id           uuid primary key default gen_random_uuid(),
  key          text not null unique,
  count        integer not null,
  last_request bigint not null
);
alter table identity.two_factors add column failed_verification_count integer default 0, add column locked_until timestamptz;
