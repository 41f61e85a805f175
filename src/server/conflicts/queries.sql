-- BLOCK select_learner
-- A learner who exists for the actor.
select p.id as learner_id, p.name from identity.people p
 where p.id = $learner_id and p.id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK select_declared_person
-- Somebody who works in this centre now.
select g.person_id from role_grants g where g.centre_id = current_centre() and g.person_id = $person_id and g.ended_at is null limit 1

-- BLOCK list_conflicts
-- TYPE kind: import('#domain/conflicts/conflict.ts').ConflictKind
-- TYPE managed_by_way: import('#domain/conflicts/conflict.ts').ConflictWay | null
-- Those that concern the actor; `everybody` for who may see them all. Standing ones first.
select c.id, c.person_id, p.name as person_name, c.learner_id, l.name as learner_name, c.kind, c.about, d.name as declared_by, c.declared_at,
       c.managed_by_way, c.managed_how, m.name as "managed_by?", c.managed_at, c.end_reason, e.name as "ended_by?", c.ended_at
  from conflicts c
  join identity.people p on p.id = c.person_id
  join identity.people l on l.id = c.learner_id
  join identity.people d on d.id = c.declared_by
  left join identity.people m on m.id = c.managed_by
  left join identity.people e on e.id = c.ended_by
 where c.centre_id = current_centre() and ($everybody::boolean or c.person_id = $actor or c.learner_id = $actor)
   and ($learner_id::uuid is null or c.learner_id = $learner_id)
 order by c.ended_at is not null, c.declared_at desc, c.id

-- BLOCK lock_conflict
-- TYPE managed_by_way: import('#domain/conflicts/conflict.ts').ConflictWay | null
select c.id, c.person_id, c.learner_id, c.managed_by_way, c.ended_at from conflicts c
 where c.centre_id = current_centre() and c.id = $conflict_id and ($everybody::boolean or c.person_id = $actor or c.learner_id = $actor) for update

-- BLOCK insert_conflict
insert into conflicts (centre_id, person_id, learner_id, kind, about, declared_by, declared_at)
values (current_centre(), $person_id, $learner_id, $kind, $about, $by, $at) returning id

-- BLOCK update_managed_conflict
update conflicts set managed_by_way = $way, managed_how = $how, managed_by = $by, managed_at = $at where centre_id = current_centre() and id = $conflict_id

-- BLOCK update_ended_conflict
update conflicts set end_reason = $reason, ended_by = $by, ended_at = $at where centre_id = current_centre() and id = $conflict_id
