-- Who is named in a letter, and its subject, are one line: no name begins a line of its own, or a header. The contract folds
-- what people type; this says it once more for whatever else may write here.
create function one_line(said text) returns boolean language sql immutable set search_path = pg_catalog as $$
  select said !~ '[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]'
$$;

update identity.people set name = coalesce(nullif(btrim(left(regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+', ' ', 'g'), 200)), ''), email::text)
 where not one_line(name) or length(name) > 200 or btrim(name) = '';
update centres set name = regexp_replace(name, '[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+', ' ', 'g') where not one_line(name);
update letters set subject = regexp_replace(subject, '[\u0001-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+', ' ', 'g') where not one_line(subject);

alter table identity.people add constraint name_is_one_line check (one_line(name) and btrim(name) <> '' and length(name) <= 200);
alter table centres add constraint name_is_one_line check (one_line(name));
alter table letters add constraint subject_is_one_line check (one_line(subject) and one_line(recipient::text));
