-- A recording that was put in: how long it is, as the browser found it, and the titled parts that its author cut it into, each
-- with the claimed criteria that it shows (R77). The parts count their changes, because they are saved as they are typed.
alter table evidence_files
  add column seconds real check (seconds > 0),
  add column parts jsonb not null default '[]',
  add column parts_revision integer not null default 1;
