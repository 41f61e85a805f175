-- What the first request under an id was answered, so that a repeat is answered the same whatever has changed since.
alter table requests add column answer jsonb not null default 'null';
alter table requests alter column answer drop default;
