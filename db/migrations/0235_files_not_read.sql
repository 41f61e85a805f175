-- Why the words of a file could not be read, so that a slow or damaged file is tried once and not at every privacy check.
alter table files add column not_read text check (not_read in ('no-words', 'too-slow', 'too-much-memory', 'too-much-text', 'failed'));
