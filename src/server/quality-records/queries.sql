-- BLOCK list_quality_records
-- TYPE kind: import('#domain/quality-records/record.ts').QualityKind
-- TYPE follow_ups: { on: string; text: string; closes: boolean; by: string }[]
-- The newest first, each with what was done about it in order.
select r.id, r.kind, r.done_on as on, r.source, r.about, p.name as by, r.recorded_at as at, r.closed_at,
       coalesce((select jsonb_agg(jsonb_build_object('on', f.done_on, 'text', f.text, 'closes', f.closes, 'by', w.name) order by f.done_on, f.recorded_at)
                   from quality_follow_ups f join identity.people w on w.id = f.recorded_by where f.centre_id = r.centre_id and f.record_id = r.id), '[]') as "follow_ups!"
  from quality_records r join identity.people p on p.id = r.recorded_by
 where r.centre_id = current_centre() and ($kind::text is null or r.kind = $kind)
 order by r.done_on desc, r.recorded_at desc

-- BLOCK insert_quality_record
insert into quality_records (centre_id, kind, done_on, source, about, recorded_by, recorded_at)
values (current_centre(), $kind, $done_on, $source, $about, $by, $at) returning id

-- BLOCK lock_quality_record
select r.id, r.done_on, r.closed_at from quality_records r where r.centre_id = current_centre() and r.id = $quality_record_id for update

-- BLOCK insert_quality_follow_up
with followed as (
  insert into quality_follow_ups (centre_id, record_id, done_on, text, closes, recorded_by, recorded_at)
  values (current_centre(), $quality_record_id, $done_on, $text, $closes, $by, $at) returning record_id
)
update quality_records r set closed_at = case when $closes::boolean then $at::timestamptz end
  from followed f where r.centre_id = current_centre() and r.id = f.record_id returning r.id
