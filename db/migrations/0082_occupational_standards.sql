-- National occupational standards, in versions, and the units that derive from them (R26). They stand beside the published
-- units, which never change. A newer version of a standard takes nothing back: it says which units are to be looked at.
create table occupational_standards (
  centre_id   uuid not null references centres,
  id          uuid not null default gen_random_uuid(),
  title       text not null,
  body        text,                        -- who sets it
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  primary key (centre_id, id)
);
create unique index occupational_standards_title on occupational_standards (centre_id, lower(title));

create table occupational_standard_versions (
  centre_id   uuid not null references centres,
  standard_id uuid not null,
  number      integer not null,
  name        text not null,               -- as it is called: "January 2010"
  source      text not null,
  recorded_by uuid not null references identity.people,
  recorded_at timestamptz not null,
  primary key (centre_id, standard_id, number),
  foreign key (centre_id, standard_id) references occupational_standards
);
create unique index occupational_standard_versions_name on occupational_standard_versions (centre_id, standard_id, lower(name));

-- What a unit derives from; the row with the highest number counts, and one without a standard says that it derives from none.
create table unit_standards (
  centre_id        uuid not null references centres,
  unit_id          uuid not null,
  number           integer not null,
  standard_id      uuid,
  standard_version integer,
  source           text not null,
  recorded_by      uuid not null references identity.people,
  recorded_at      timestamptz not null,
  primary key (centre_id, unit_id, number),
  foreign key (centre_id, unit_id) references units,
  foreign key (centre_id, standard_id, standard_version) references occupational_standard_versions (centre_id, standard_id, number),
  check ((standard_id is null) = (standard_version is null))
);
create index unit_standards_of on unit_standards (centre_id, standard_id);
select protect_by_centre('occupational_standards');
select protect_by_centre('occupational_standard_versions');
select protect_by_centre('unit_standards');
