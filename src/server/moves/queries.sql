-- BLOCK select_optional_move
select m.id, m.to_id, r.version_id, m.reason, m.moved_by
  from registration_moves m join registrations r on r.centre_id = m.centre_id and r.id = m.to_id
 where m.centre_id = current_centre() and m.from_id = $from_id

-- BLOCK insert_move
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
insert into registration_moves (centre_id, id, from_id, to_id, reason, carried, plan_entry_ids, moved_by, moved_at)
values (current_centre(), $id, $from_id, $to_id, $reason, $carried, $plan_ids, $by, $at)

-- BLOCK select_hanging
-- What hangs on a registration besides its claims and decisions, with the preconditions of its units and of these.
-- TYPE plans: import('#domain/registrations/along.ts').Hanging['plans']
-- TYPE ticked: import('#domain/registrations/along.ts').Hanging['ticked']
-- TYPE records: import('#domain/registrations/along.ts').Hanging['records']
-- TYPE preconditions: import('#domain/registrations/along.ts').Hanging['preconditions']
select coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'plannedFor', e.planned_for,
                          'criteria', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number) order by c.number), '[]')
                                         from plan_entry_criteria x join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
                                        where x.centre_id = e.centre_id and x.plan_entry_id = e.id and x.taken_out_at is null)) order by e.planned_for, e.planned_at, e.id)
                   from plan_entries e where e.centre_id = current_centre() and e.registration_id = $registration_id and e.withdrawn_at is null), '[]') as "plans!",
       coalesce((select jsonb_agg(jsonb_build_object('unitId', t.unit_id, 'requirement', t.requirement) order by t.unit_id, t.requirement)
                   from (select distinct t.unit_id, t.requirement from requirement_ticks t
                          where t.centre_id = current_centre() and t.registration_id = $registration_id and t.withdrawn_at is null and t.superseded_by is null) t), '[]') as "ticked!",
       coalesce((select jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind, 'person', w.person, 'preconditionId', w.precondition_id) order by w.recorded_at, w.id)
                   from workplace_records w where w.centre_id = current_centre() and w.registration_id = $registration_id and w.ended_at is null), '[]') as "records!",
       -- Those that were proved are told even where they have been ended since.
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'unitId', p.unit_id, 'kind', p.kind, 'text', p.text) order by p.recorded_at, p.id)
                   from preconditions p
                  where p.centre_id = current_centre()
                    and ((p.ended_at is null and p.unit_id = any($unit_ids::uuid[]))
                      or p.id in (select w.precondition_id from workplace_records w where w.centre_id = current_centre() and w.registration_id = $registration_id and w.ended_at is null))), '[]') as "preconditions!"
