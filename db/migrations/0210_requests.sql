-- What a client asked under an id of its own making. A repeat of the same request finds what the first one made; another
-- request under the same id is refused. Kept as long as what the request made.
create table requests (
  centre_id    uuid not null references centres,
  id           uuid not null,
  content_hash text not null, -- SHA-256 of who asked what of which record, in hexadecimal
  at           timestamptz not null,
  primary key (centre_id, id)
);
select protect_by_centre('requests');
