-- BLOCK select_portfolio
-- The learner whose portfolio it is, as the actor sees them; one's own is there before the first registration.
select p.id as learner_id, p.name as learner_name,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = p.id) as "seen_as!"
  from identity.people p
 where p.id = $learner_id and (p.id = $actor or p.id in (select l.learner_id from visible_learners($actor) l))

-- BLOCK upsert_portfolio
-- Makes the portfolio when there is none and locks it: drafts started at once wait for each other here.
insert into portfolios as p (centre_id, learner_id) values (current_centre(), $learner_id)
    on conflict (centre_id, learner_id) do update set last_number = p.last_number
returning last_number

-- BLOCK take_next_number
update portfolios p set last_number = p.last_number + 1 where p.centre_id = current_centre() and p.learner_id = $learner_id returning p.last_number

-- BLOCK insert_evidence
insert into evidence (centre_id, id, learner_id, number, kind, created_by, created_at)
values (current_centre(), $id, $learner_id, $number, $kind, $actor, $at)

-- BLOCK insert_version
-- Where somebody works seldom changes: the sector is taken from what the learner said last, to be changed where it is another.
insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, type, own_method_id, sector, created_by, created_at, state_since)
values (current_centre(), $evidence_id, $learner_id, 1, 'draft', $type, $own_method_id,
        (select l.sector from evidence e join evidence_versions l on l.centre_id = e.centre_id and l.evidence_id = e.id
          where e.centre_id = current_centre() and e.learner_id = $learner_id and e.id <> $evidence_id order by e.number desc, l.version desc limit 1),
        $actor, $at, $at)

-- BLOCK insert_signed_version
-- A testimony as its witness signed it; where and for which criteria is for the learner to say.
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, type, title, shown_on, record, signed_hash, created_by, created_at, state_since)
values (current_centre(), $evidence_id, $learner_id, 1, 'draft', $type, $title, $shown_on, $record, $signed_hash, $actor, $at, $at)

-- BLOCK insert_worksheet_version
-- The questions of a worksheet, to be answered.
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, type, title, record, worksheet_id, created_by, created_at, state_since)
values (current_centre(), $evidence_id, $learner_id, 1, 'draft', 'worksheet', $title, $record, $worksheet_id, $actor, $at, $at)

-- BLOCK lock_evidence
-- The evidence and its newest version, for those for whom the portfolio exists. Whoever changes either waits here.
-- TYPE statement: import('#domain/evidence/statement.ts').StatementNode
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE sector: import('#domain/settings/settings.ts').Sector
-- TYPE customers: import('#domain/settings/settings.ts').Customers
select e.id as evidence_id, e.learner_id, e.number, e.kind, v.version, v.state, v.title, v.description, v.type, v.shown_on, v.setting,
       v.sector, v.customers, v.simulation_reason, v.statement, v.statement_text, v.record, v.description_revision, v.statement_revision, v.record_revision, v.occasions_revision, v.revision, v.created_by, v.content_hash, v.plan_entry_id, v.set_up_id, v.own_method_id, v.signed_hash, v.worksheet_id,
       exists (select 1 from evidence_authentications a where a.centre_id = v.centre_id and a.evidence_id = v.evidence_id and a.version = v.version
                  and a.person_id = v.created_by and a.taken_back_at is null) as "handed_over!",
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from evidence e
  join evidence_versions v on v.centre_id = e.centre_id and v.evidence_id = e.id
 where e.centre_id = current_centre() and e.id = $evidence_id
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)
   and v.version = (select max(x.version) from evidence_versions x where x.centre_id = e.centre_id and x.evidence_id = e.id)
   for update of e, v

-- BLOCK select_submittable
-- What a submission needs, and how often somebody qualified has decided on any version.
-- TYPE kinds_off: import('#domain/evidence/evidence.ts').EvidenceType[][]
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE sector: import('#domain/settings/settings.ts').Sector
-- TYPE customers: import('#domain/settings/settings.ts').Customers
-- TYPE occasion_days: (string | null)[]
-- TYPE parts: import('#domain/evidence/recordings.ts').RecordingPart[]
-- TYPE claimed: string[]
select v.title, v.shown_on, v.setting, v.sector, v.customers, v.type, v.record, v.statement_text, v.worksheet_id,
       (select coalesce(jsonb_agg(coalesce((select to_jsonb(m.switched_off) from standing_methods m where m.centre_id = r.centre_id and m.version_id = r.version_id), '[]')), '[]')
          from registrations r where r.centre_id = v.centre_id and r.learner_id = v.learner_id and r.withdrawn_at is null) as "kinds_off!",
       coalesce((select jsonb_agg(o.shown_on order by o.number) from occasions o
                  where o.centre_id = v.centre_id and o.evidence_id = v.evidence_id and o.version = v.version and o.number > 1), '[]') as "occasion_days!",
       v.created_by = v.learner_id or v.signed_hash is not null or exists (select 1 from evidence_authentications a where a.centre_id = v.centre_id and a.evidence_id = v.evidence_id
                                                 and a.version = v.version and a.person_id = v.created_by and a.taken_back_at is null) as "handed_over!",
       (select count(*)::int from evidence_files f where f.centre_id = v.centre_id and f.evidence_id = v.evidence_id and f.version = v.version and f.removed_at is null) as "files!",
       (select count(*)::int from claims c where c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null) as "claims!",
       (select count(*)::int from claims c join criteria k on k.centre_id = c.centre_id and k.id = c.criterion_id
         where c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null
           and k.kind is distinct from 'knowledge') as "performance_claims!",
       (select coalesce(jsonb_agg(p), '[]') from evidence_files f, jsonb_array_elements(f.parts) p
         where f.centre_id = v.centre_id and f.evidence_id = v.evidence_id and f.version = v.version and f.removed_at is null) as "parts!",
       array(select c.registration_id || '/' || c.criterion_id from claims c
              where c.centre_id = v.centre_id and c.evidence_id = v.evidence_id and c.version = v.version and c.withdrawn_at is null) as "claimed!",
       (select count(*)::int from decisions d where d.centre_id = v.centre_id and d.evidence_id = v.evidence_id and d.layer = 'assessor') as "decisions!"
  from evidence_versions v
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version

-- BLOCK update_description
update evidence_versions v
   set title = $title, description = $description, type = $type, shown_on = $shown_on, setting = $setting, plan_entry_id = $plan_entry_id, own_method_id = $own_method_id,
       sector = $sector, customers = $customers, simulation_reason = $simulation_reason, set_up_id = $set_up_id,
       description_revision = v.description_revision + 1, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.description_revision

-- BLOCK update_statement
-- TYPE statement: import('#domain/evidence/statement.ts').StatementNode
update evidence_versions v
   set statement = $statement, statement_text = $statement_text, statement_revision = v.statement_revision + 1, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.statement_revision

-- BLOCK update_record
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
update evidence_versions v set record = $record, record_revision = v.record_revision + 1, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.record_revision

-- BLOCK list_occasions
-- The author's own, as they stand in the form; the first has no day but that of the evidence.
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE channel: import('#domain/coverage/occasions.ts').Channel
-- TYPE criteria: string[]
select o.number as "number!", o.shown_on as day, o.customer as "customer!", o.own_setting as setting, o.channel, o.seen_by as "seen_by!", o.criteria
  from evidence_occasions o
 where o.centre_id = current_centre() and o.evidence_id = $evidence_id and o.version = $version and o.decision_id is null
 order by o.number

-- BLOCK delete_occasions
-- Of a draft only: what was submitted stays.
delete from occasions o using evidence_versions v
 where o.centre_id = current_centre() and o.evidence_id = $evidence_id and o.version = $version and o.decision_id is null
   and v.centre_id = o.centre_id and v.evidence_id = o.evidence_id and v.version = o.version and v.state = 'draft'

-- BLOCK insert_all_occasions
-- TYPE occasions: import('#domain/coverage/occasions.ts').Occasion[]
insert into occasions (centre_id, evidence_id, version, number, shown_on, customer, setting, channel, seen_by, criteria)
select current_centre(), $evidence_id, $version, o.number, case when o.number > 1 then o.day end, o.customer, o.setting, o.channel, o."seenBy", nullif(o.criteria, 'null')
  from jsonb_to_recordset($occasions::jsonb) as o (number integer, day date, customer text, setting text, channel text, "seenBy" text, criteria jsonb)

-- BLOCK update_occasions_revision
update evidence_versions v set occasions_revision = v.occasions_revision + 1, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.occasions_revision

-- BLOCK insert_all_carried_occasions
insert into occasions (centre_id, evidence_id, version, number, shown_on, customer, setting, channel, seen_by, criteria)
select o.centre_id, o.evidence_id, o.version + 1, o.number, o.shown_on, o.customer, o.setting, o.channel, o.seen_by, o.criteria
  from occasions o
 where o.centre_id = current_centre() and o.evidence_id = $evidence_id and o.version = $version and o.decision_id is null

-- BLOCK update_revision
-- What an assessor would see has changed: nothing that was shown before can be accepted any more.
update evidence_versions v set revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.revision

-- BLOCK upsert_authentication
insert into evidence_authentications (centre_id, evidence_id, version, person_id, role, statement, given_at)
values (current_centre(), $evidence_id, $version, $actor, $role, $statement, $at)
    on conflict (centre_id, evidence_id, version, person_id)
    do update set role = excluded.role, statement = excluded.statement, given_at = excluded.given_at, taken_back_at = null

-- BLOCK update_authentication_taken_back
update evidence_authentications a set taken_back_at = $at
 where a.centre_id = current_centre() and a.evidence_id = $evidence_id and a.version = $version and a.person_id = $actor and a.taken_back_at is null

-- BLOCK list_authentications
-- TYPE statement: import('#domain/evidence/authenticity.ts').AuthenticityStatement
select a.version, a.person_id, p.name as person_name, a.role, a.statement, a.given_at
  from evidence_authentications a join identity.people p on p.id = a.person_id
 where a.centre_id = current_centre() and a.evidence_id = $evidence_id and a.taken_back_at is null
 order by a.version, a.given_at

-- BLOCK insert_sighting
insert into evidence_sightings (centre_id, evidence_id, version, person_id, role, seen_on, note, recorded_at)
values (current_centre(), $evidence_id, $version, $actor, $role, $seen_on, $note, $at)
returning id

-- BLOCK list_sightings
select s.version, s.person_id, p.name as person_name, s.role, s.seen_on, s.note
  from evidence_sightings s join identity.people p on p.id = s.person_id
 where s.centre_id = current_centre() and s.evidence_id = $evidence_id
 order by s.version, s.recorded_at

-- BLOCK update_submitted
-- TYPE documents: import('#domain/evidence/documents.ts').DeclaredDocuments
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
update evidence_versions v
   set state = 'submitted', state_since = $at, submitted_at = $at, submitted_by = $actor, declared_at = $at, declared_by = $actor,
       content_hash = $content_hash, record = $record, declared_documents = $documents, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.revision

-- BLOCK update_withdrawn
update evidence_versions v set state = 'withdrawn', state_since = $at, revision = v.revision + 1
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
returning v.revision

-- BLOCK insert_next_version
-- What was written and put in is carried over for mending, by whoever wrote it or, where a witness signed it, by the learner; the claims are not.
insert into evidence_versions (centre_id, evidence_id, learner_id, version, state, type, title, description, shown_on, setting, plan_entry_id,
                               sector, customers, simulation_reason, set_up_id, own_method_id, statement, statement_text, record, signed_hash, worksheet_id, created_by, created_at, state_since)
select v.centre_id, v.evidence_id, v.learner_id, v.version + 1, 'draft', v.type, v.title, v.description, v.shown_on, v.setting, v.plan_entry_id,
       v.sector, v.customers, v.simulation_reason, v.set_up_id, v.own_method_id, v.statement, v.statement_text, v.record, v.signed_hash, v.worksheet_id,
       case when v.signed_hash is null then v.created_by else $actor::uuid end, $at, $at
  from evidence_versions v
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id and v.version = $version
    on conflict do nothing

-- BLOCK insert_all_carried_files
insert into evidence_files (centre_id, evidence_id, version, position, name, sha256, seconds, parts, added_by, added_at)
select f.centre_id, f.evidence_id, f.version + 1, f.position, f.name, f.sha256, f.seconds, f.parts, f.added_by, f.added_at
  from evidence_files f
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null

-- BLOCK list_standing_files
-- TYPE parts: import('#domain/evidence/recordings.ts').RecordingPart[]
select f.id, f.name, f.sha256, f.parts from evidence_files f
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null
 order by f.position, f.id

-- BLOCK list_touched_criteria
-- Every criterion whose standing this evidence may change.
select c.registration_id as "registration_id!", c.criterion_id as "criterion_id!" from claims c
 where c.centre_id = current_centre() and c.evidence_id = $evidence_id and c.withdrawn_at is null
union
select d.registration_id, d.criterion_id from decision_criteria d
 where d.centre_id = current_centre() and d.evidence_id = $evidence_id

-- BLOCK insert_evidence_file
insert into evidence_files (centre_id, evidence_id, version, position, name, sha256, added_by, added_at)
values (current_centre(), $evidence_id, $version,
        (select coalesce(max(f.position), 0) + 1 from evidence_files f where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.version = $version),
        $name, $sha256, $actor, $at)
returning id

-- BLOCK select_draft_file
-- TYPE parts: import('#domain/evidence/recordings.ts').RecordingPart[]
select f.id, f.seconds, f.parts, f.parts_revision, s.media_type
  from evidence_files f join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
 where f.centre_id = current_centre() and f.id = $file_id and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null

-- BLOCK update_file_length
update evidence_files f set seconds = $seconds where f.centre_id = current_centre() and f.id = $file_id

-- BLOCK update_file_parts
-- TYPE parts: import('#domain/evidence/recordings.ts').RecordingPart[]
update evidence_files f set parts = $parts, parts_revision = f.parts_revision + 1
 where f.centre_id = current_centre() and f.id = $file_id
returning f.parts_revision

-- BLOCK update_file_removed
update evidence_files f set removed_at = $at
 where f.centre_id = current_centre() and f.id = $file_id and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null
returning f.name, f.sha256

-- BLOCK select_file
-- A file is seen by whoever sees the evidence; one that was taken out is gone for all.
select f.name, f.sha256, s.size, s.media_type
  from evidence_files f
  join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
  join evidence e on e.centre_id = f.centre_id and e.id = f.evidence_id
 where f.centre_id = current_centre() and f.id = $file_id and f.evidence_id = $evidence_id and f.removed_at is null and s.removed_at is null
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK select_evidence
select e.id, e.number, e.kind, e.learner_id, l.name as learner_name, e.created_by, a.name as created_by_name, e.created_at,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = e.learner_id) as "seen_as!"
  from evidence e
  join identity.people l on l.id = e.learner_id
  join identity.people a on a.id = e.created_by
 where e.centre_id = current_centre() and e.id = $evidence_id
   and e.learner_id in (select l.learner_id from visible_learners($actor) l)

-- BLOCK has_set_up
-- Only one of this centre that is still in use can be named.
select exists (select 1 from set_ups s where s.centre_id = current_centre() and s.id = $set_up_id and s.ended_at is null) as "there!"

-- BLOCK has_plan_entry
-- Whether the entry belongs to a registration of this learner and still holds.
select exists (select 1 from plan_entries n join registrations r on r.centre_id = n.centre_id and r.id = n.registration_id
                where n.centre_id = current_centre() and n.id = $plan_entry_id and n.withdrawn_at is null and r.learner_id = $learner_id) as "there!"

-- BLOCK list_versions
-- TYPE declared_documents: Partial<import('#domain/evidence/documents.ts').DeclaredDocuments>
-- TYPE set_up: { id: string; name: string } | null
-- TYPE planned: { id: string; kind: import('#domain/planning/plan-entry.ts').PlanKind; plannedFor: string; saidAt: string; by: string; text: string; registrationId: string; withdrawn: boolean } | null
-- TYPE statement: import('#domain/evidence/statement.ts').StatementNode
-- TYPE record: import('#domain/evidence/record-fields.ts').EvidenceRecord
-- TYPE kinds_off: import('#domain/evidence/evidence.ts').EvidenceType[][]
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
-- TYPE setting: import('#domain/evidence/evidence.ts').Setting
-- TYPE sector: import('#domain/settings/settings.ts').Sector
-- TYPE customers: import('#domain/settings/settings.ts').Customers
-- TYPE occasions: (import('#domain/coverage/occasions.ts').Occasion & { addedBy: string | null; own: boolean })[]
-- TYPE own_method: import('#domain/methods/own-methods.ts').OwnMethod | null
select v.version, v.state, v.state_since, v.revision, v.description_revision, v.statement_revision, v.record_revision, v.occasions_revision, v.title, v.description, v.type,
       (select jsonb_build_object('id', o.id, 'name', o.name, 'abbreviation', o.abbreviation) from own_methods o where o.centre_id = v.centre_id and o.id = v.own_method_id) as own_method,
       (select coalesce(jsonb_agg(coalesce((select to_jsonb(m.switched_off) from standing_methods m where m.centre_id = r.centre_id and m.version_id = r.version_id), '[]')), '[]')
          from registrations r where r.centre_id = v.centre_id and r.learner_id = v.learner_id and r.withdrawn_at is null) as "kinds_off!",
       coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'day', o.shown_on, 'customer', o.customer, 'setting', o.own_setting, 'channel', o.channel,
                                                     'seenBy', o.seen_by, 'criteria', o.criteria, 'addedBy', w.name, 'own', o.decision_id is null) order by o.number)
                   from evidence_occasions o
                   left join decisions d on d.centre_id = o.centre_id and d.id = o.decision_id
                   left join identity.people w on w.id = d.decided_by
                  where o.centre_id = v.centre_id and o.evidence_id = v.evidence_id and o.version = v.version), '[]') as "occasions!",
       v.shown_on, v.setting, v.sector, v.customers, v.simulation_reason, (select jsonb_build_object('id', s.id, 'name', s.name) from set_ups s where s.centre_id = v.centre_id and s.id = v.set_up_id) as set_up, v.statement, v.statement_text, v.record, v.created_at, v.created_by, a.name as created_by_name,
       v.submitted_at, v.submitted_by, s.name as "submitted_by_name?", v.declared_at, v.content_hash, v.signed_hash, v.worksheet_id, v.declared_documents, v.return_reason,
       (select jsonb_build_object('id', n.id, 'kind', n.kind, 'plannedFor', n.planned_for, 'saidAt', to_char(n.said_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                                  'by', w.name, 'text', n.text, 'registrationId', n.registration_id, 'withdrawn', n.withdrawn_at is not null)
          from plan_entries n join identity.people w on w.id = n.planned_by where n.centre_id = v.centre_id and n.id = v.plan_entry_id) as planned,
       (select count(*)::int from question_criteria x where x.centre_id = v.centre_id and x.evidence_id = v.evidence_id and x.version = v.version and x.answered_at is null and x.moved_by is null) as "in_question!"
  from evidence_versions v
  join identity.people a on a.id = v.created_by
  left join identity.people s on s.id = v.submitted_by
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id
 order by v.version desc

-- BLOCK select_optional_testimony
-- Who signed this evidence by a link, if it is a testimony of that kind, and what they were asked.
-- TYPE flags: { code: import('#domain/testimonies/signatory.ts').WitnessFlagCode; name: string | null }[]
select t.name, t.position, t.relationship, t.status, t.signed_name, t.signed_at, t.signed_hash, t.email::text as "email!", t.telephone, t.signed_from,
       (select coalesce(jsonb_agg(jsonb_build_object('code', f->>'code', 'name', w.name) order by nth), '[]')
          from jsonb_array_elements(t.flags) with ordinality as x (f, nth) left join identity.people w on w.id = (f->>'personId')::uuid) as "flags!",
       q.asks, q.asked_by, a.name as asked_by_name, o.id as "about_id?", o.number as "about_number?",
       (select v.title from evidence_versions v where v.centre_id = o.centre_id and v.evidence_id = o.id order by v.version desc limit 1) as about_title,
       exists (select 1 from removals r where r.centre_id = t.centre_id and r.evidence_id = t.evidence_id and r.what = 'writing' and r.outcome = 'removed') as "writing_removed!"
  from testimonies t
  join testimony_requests q on q.centre_id = t.centre_id and q.id = t.request_id
  join identity.people a on a.id = q.asked_by
  left join evidence o on o.centre_id = q.centre_id and o.id = q.about_id
 where t.centre_id = current_centre() and t.evidence_id = $evidence_id

-- BLOCK list_readable_files
-- TYPE personal_data: import('#domain/evidence/privacy.ts').PersonalFinding[] | null
select f.name, f.sha256, s.size, s.media_type, s.personal_data, s.not_read
  from evidence_files f join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.version = $version and f.removed_at is null and s.removed_at is null
 order by f.position

-- BLOCK list_files
-- TYPE parts: import('#domain/evidence/recordings.ts').RecordingPart[]
select f.id, f.version, f.name, f.sha256, f.seconds, f.parts, f.parts_revision, s.size, s.media_type, s.removed_at as gone_at, f.added_at, f.added_by,
       a.name as added_by_name
  from evidence_files f
  join files s on s.centre_id = f.centre_id and s.sha256 = f.sha256
  join identity.people a on a.id = f.added_by
 where f.centre_id = current_centre() and f.evidence_id = $evidence_id and f.removed_at is null
 order by f.version, f.position, f.id

-- BLOCK list_pins
-- What pins stand: a claim's while the claim does, a judgement's while no newer one took its place; none on a file that is gone.
-- TYPE place: import('#domain/pins/pins.ts').Place
-- TYPE layer: import('#domain/decisions/layers.ts').Layer
select p.id, p.evidence_id, p.version, p.layer, p.registration_id, p.criterion_id, c.number, p.file_id, f.name as "file_name?", p.place, a.name as by, p.pinned_at as at
  from pins p
  join criteria c on c.centre_id = p.centre_id and c.id = p.criterion_id
  join identity.people a on a.id = p.pinned_by
  left join evidence_files f on f.centre_id = p.centre_id and f.id = p.file_id
 where p.centre_id = current_centre() and p.evidence_id = any($evidence_ids::uuid[]) and p.removed_at is null and f.removed_at is null
   and case p.layer
         when 'learner' then exists (select 1 from claims x where x.centre_id = p.centre_id and x.evidence_id = p.evidence_id and x.version = p.version
                                        and x.registration_id = p.registration_id and x.criterion_id = p.criterion_id and x.withdrawn_at is null)
         else exists (select 1 from decision_criteria d where d.centre_id = p.centre_id and d.evidence_id = p.evidence_id and d.version = p.version and d.decision_id = p.decision_id
                         and d.registration_id = p.registration_id and d.criterion_id = p.criterion_id and d.superseded_by is null)
          and not exists (select 1 from registrations r where r.centre_id = p.centre_id and r.id = p.registration_id and r.withdrawn_at is not null) end
 order by p.pinned_at, p.id

-- BLOCK list_decisions
-- TYPE marks: import('#domain/worksheets/marks.ts').Mark[]
select d.id, d.version, d.layer, d.outcome, d.return_reason, d.feedback, d.marks, d.decided_at, d.decided_by, a.name as decided_by_name
  from decisions d join identity.people a on a.id = d.decided_by
 where d.centre_id = current_centre() and d.evidence_id = $evidence_id
 order by d.decided_at desc, d.id

-- BLOCK list_decided_criteria
select x.decision_id, x.registration_id, x.criterion_id, x.outcome, x.reason, c.number, u.title as unit_title
  from decision_criteria x
  join criteria c on c.centre_id = x.centre_id and c.id = x.criterion_id
  join units u on u.centre_id = c.centre_id and u.id = c.unit_id
 where x.centre_id = current_centre() and x.evidence_id = $evidence_id and x.carried_by is null
 order by u.title, c.position

-- BLOCK update_all_revisions_of_learner
-- What an assessor would see of a learner's evidence has changed with the registration. The versions are locked before it, in
-- the order in which a decision locks them: of what is accepted or returned too, because a decision on it can be corrected.
update evidence_versions v set revision = v.revision + 1
 where v.centre_id = current_centre() and v.learner_id = $learner_id and v.state <> 'withdrawn'

-- BLOCK update_all_carried_links
-- What parts of recordings and occasions show of a criterion, they show of the one that it becomes in the registration that follows.
-- TYPE carried: import('#domain/registrations/moving.ts').Carried[]
with pairs as (
  select k->>'from' as was, k->>'to' as becomes from jsonb_array_elements($carried::jsonb) k
), parts as (
  update evidence_files f
     set parts_revision = f.parts_revision + 1,
         parts = (select jsonb_agg(x.part || jsonb_build_object('criteria', (x.part->'criteria')
                           || coalesce((select jsonb_agg(jsonb_build_object('registrationId', $to_id::uuid, 'criterionId', p.becomes))
                                          from jsonb_array_elements(x.part->'criteria') c join pairs p on p.was = c->>'criterionId'
                                         where c->>'registrationId' = ($from_id::uuid)::text), '[]')) order by x.at)
                    from jsonb_array_elements(f.parts) with ordinality as x (part, at))
   where f.centre_id = current_centre() and f.evidence_id in (select e.id from evidence e where e.centre_id = current_centre() and e.learner_id = $learner_id)
     and f.parts @> jsonb_build_array(jsonb_build_object('criteria', jsonb_build_array(jsonb_build_object('registrationId', $from_id::uuid))))
)
update occasions o
   set criteria = o.criteria || (select jsonb_agg(p.becomes) from pairs p where o.criteria ? p.was and not o.criteria ? p.becomes)
 where o.centre_id = current_centre() and o.evidence_id in (select e.id from evidence e where e.centre_id = current_centre() and e.learner_id = $learner_id)
   and exists (select 1 from pairs p where o.criteria ? p.was and not o.criteria ? p.becomes)

-- BLOCK update_all_revisions
-- What an assessor would see of these versions has changed.
update evidence_versions v set revision = v.revision + 1
  from unnest($evidence_ids::uuid[], $versions::int[]) as k (evidence_id, version)
 where v.centre_id = current_centre() and v.evidence_id = k.evidence_id and v.version = k.version

-- BLOCK list_relations
-- What each version names of other evidence, and which other evidence names this one now; both in the order of their numbers.
-- TYPE type: import('#domain/evidence/evidence.ts').EvidenceType
select r.version as "version!", true as "names!", o.id as "id!", o.number as "number!", v.title as "title!", v.type, v.state as "state!"
  from evidence_relations r
  join evidence o on o.centre_id = r.centre_id and o.id = r.other_id
  join lateral (select * from evidence_versions v where v.centre_id = o.centre_id and v.evidence_id = o.id order by v.version desc limit 1) v on true
 where r.centre_id = current_centre() and r.evidence_id = $evidence_id and r.removed_at is null
union all
select r.version, false, o.id, o.number, v.title, v.type, v.state
  from evidence_relations r
  join evidence o on o.centre_id = r.centre_id and o.id = r.evidence_id
  join lateral (select * from evidence_versions v where v.centre_id = o.centre_id and v.evidence_id = o.id order by v.version desc limit 1) v on true
 where r.centre_id = current_centre() and r.other_id = $evidence_id and r.version = v.version and r.removed_at is null and v.state <> 'withdrawn'
 order by 4, 1

-- BLOCK list_relatable
-- Of the evidence asked for, what stands in this learner's portfolio and was not withdrawn.
select e.id from evidence e
  join lateral (select v.state from evidence_versions v where v.centre_id = e.centre_id and v.evidence_id = e.id order by v.version desc limit 1) v on true
 where e.centre_id = current_centre() and e.learner_id = $learner_id and e.id = any($other_ids::uuid[]) and v.state <> 'withdrawn'

-- BLOCK update_all_relations_removed
-- Those that are not among these are named no more.
update evidence_relations r set removed_at = $at
 where r.centre_id = current_centre() and r.evidence_id = $evidence_id and r.version = $version and r.removed_at is null and r.other_id <> all($other_ids::uuid[])

-- BLOCK upsert_all_relations
insert into evidence_relations (centre_id, evidence_id, version, other_id)
select current_centre(), $evidence_id, $version, o.id from unnest($other_ids::uuid[]) as o (id)
    on conflict (centre_id, evidence_id, version, other_id) do update set removed_at = null

-- BLOCK insert_all_carried_relations
insert into evidence_relations (centre_id, evidence_id, version, other_id)
select r.centre_id, r.evidence_id, r.version + 1, r.other_id from evidence_relations r
 where r.centre_id = current_centre() and r.evidence_id = $evidence_id and r.version = $version and r.removed_at is null

-- BLOCK update_all_writing_gone
update evidence_versions v set description = '', statement = null, statement_text = null, record = '{}'
 where v.centre_id = current_centre() and v.evidence_id = $evidence_id
returning v.evidence_id, v.version, v.learner_id
