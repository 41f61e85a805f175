-- A judgement is written by the statement that writes its decision, or copied from one that stands. Looking the decision up for
-- each of them, with a row lock each time, took a third of that statement's time on twenty criteria: it is looked up once for
-- all that one statement adds. And a decision stays what it is: nobody takes one away, the owner neither.
create function judgement_has_its_decision() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select distinct centre_id, decision_id from added) a
              where not exists (select 1 from decisions d where d.centre_id = a.centre_id and d.id = a.decision_id)) then
    raise foreign_key_violation using message = 'A judgement names a decision that there is not';
  end if;
  return null;
end $$;
alter table decision_criteria drop constraint decision_criteria_centre_id_decision_id_fkey;
create trigger judgement_has_its_decision after insert on decision_criteria referencing new table as added
  for each statement execute function judgement_has_its_decision();

create function decision_stays() returns trigger language plpgsql as $$
begin
  raise restrict_violation using message = 'A decision stays as it was made: correct it by another';
end $$;
create trigger decision_stays before delete or update of centre_id, id, evidence_id, version, layer, decided_by, decided_at on decisions
  for each statement execute function decision_stays();
