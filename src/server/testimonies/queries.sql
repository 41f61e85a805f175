-- BLOCK select_witnessed_portfolio
-- A learner whose portfolio exists for this actor, with the addresses that may not testify for it.
select l.id as learner_id, l.name, a.email::text as "email!", c.name as centre_name,
       array(select distinct r.seen_as from visible_registrations($actor) r where r.learner_id = l.id) as "seen_as!"
  from identity.people l join centres c on c.id = current_centre() join addresses a on a.centre_id = c.id and a.person_id = l.id
 where l.id = $learner_id and l.id in (select v.learner_id from visible_learners($actor) v)

-- BLOCK has_evidence_of
select exists (select 1 from evidence where centre_id = current_centre() and id = $evidence_id and learner_id = $learner_id) as "there!"

-- BLOCK insert_witness_request
insert into testimony_requests (centre_id, id, learner_id, type, witness_name, email, asks, about_id, token_hash, asked_by, asked_as, asked_at, expires_at)
values (current_centre(), $id, $learner_id, $type, $witness_name, $email, $asks, $about_id, $token_hash, $by, $as, $at, $expires_at)

-- BLOCK insert_witness_letter
insert into letters (centre_id, person_id, recipient, kind, subject, body, written_at)
values (current_centre(), $learner_id, $recipient, 'notice', $subject, $body, $at)

-- BLOCK list_requests
-- TYPE type: import('#domain/testimonies/testimony.ts').TestimonyType
select q.id, q.type, q.witness_name, q.email::text as "email!", q.asks, q.asked_by, a.name as asked_by_name, q.asked_at, q.expires_at, q.opened_at, q.cancelled_at, q.signed_at, q.learner_id,
       e.id as "about_id?", e.number as "about_number?",
       (select v.title from evidence_versions v where v.centre_id = e.centre_id and v.evidence_id = e.id order by v.version desc limit 1) as about_title,
       t.evidence_id as "evidence_id?", s.number as "number?"
  from testimony_requests q
  join identity.people a on a.id = q.asked_by
  left join evidence e on e.centre_id = q.centre_id and e.id = q.about_id
  left join testimonies t on t.centre_id = q.centre_id and t.request_id = q.id
  left join evidence s on s.centre_id = t.centre_id and s.id = t.evidence_id
 where q.centre_id = current_centre() and q.learner_id = $learner_id
 order by q.asked_at desc

-- BLOCK lock_request
select q.id, q.learner_id, q.asked_by, q.asked_as, q.cancelled_at, q.signed_at from testimony_requests q
 where q.centre_id = current_centre() and q.id = $request_id and q.learner_id in (select v.learner_id from visible_learners($actor) v) for update

-- BLOCK update_request_cancelled
update testimony_requests set cancelled_at = $at where centre_id = current_centre() and id = $request_id

-- BLOCK select_optional_door
-- Opens the centre that sent the link for this transaction; null where no such link was ever sent.
select centre_id as "centre_id!", centre_name as "centre_name!", request_id as "request_id!" from identity.enter_by_testimony($hash)

-- BLOCK lock_link
-- TYPE type: import('#domain/testimonies/testimony.ts').TestimonyType
-- What the link asks for; whoever signs at the same time waits here.
select q.id, q.learner_id, l.name as learner_name, h.email::text as "learner_email!", q.type, q.witness_name, q.email::text as "email!", q.asks, q.asked_by, a.name as asked_by_name, q.expires_at, q.cancelled_at, q.signed_at, q.opened_by, q.about_id,
       e.number as "about_number?", v.title as "about_title?", v.shown_on as "about_day?"
  from testimony_requests q
  join identity.people l on l.id = q.learner_id
  join addresses h on h.centre_id = q.centre_id and h.person_id = q.learner_id
  join identity.people a on a.id = q.asked_by
  left join evidence e on e.centre_id = q.centre_id and e.id = q.about_id
  left join lateral (select n.title, n.shown_on from evidence_versions n where n.centre_id = e.centre_id and n.evidence_id = e.id order by n.version desc limit 1) v on true
 where q.centre_id = current_centre() and q.id = $request_id
   for update of q

-- BLOCK update_request_opened
-- `by` was signed in where it was opened; null as a rule.
update testimony_requests
   set opened_at = coalesce(opened_at, $at),
       opened_by = case when $by::uuid is null or $by = any(opened_by) then opened_by else opened_by || $by end
 where centre_id = current_centre() and id = $request_id

-- BLOCK list_people_signed_in
-- Those of the centre among them, with the address of their account; of others nothing is known here.
select k.id as "person_id!", coalesce(a.email::text, '') as "email!"
  from unnest($ids::uuid[]) as k (id) left join addresses a on a.centre_id = current_centre() and a.person_id = k.id

-- BLOCK select_person_of_account
select identity.person_of_account($account) as person_id

-- BLOCK has_been_signed_in_from
select identity.was_signed_in_from($person, $address, $at) as "there!"

-- BLOCK update_request_signed
update testimony_requests set signed_at = $at where centre_id = current_centre() and id = $request_id

-- BLOCK insert_testimony
-- TYPE flags: import('#domain/testimonies/signatory.ts').WitnessFlag[]
insert into testimonies (centre_id, request_id, evidence_id, learner_id, type, status, name, relationship, position, telephone, email, signed_name, signed_hash, signed_at, signed_from, flags)
values (current_centre(), $request_id, $evidence_id, $learner_id, $type, $status, $name, $relationship, $position, $telephone, $email, $signed_name, $signed_hash, $at, $signed_from, $flags)

-- BLOCK list_witnesses
-- Everybody who testified, by name and address, and everybody of the centre who decided (R59).
-- TYPE flags: { code: import('#domain/testimonies/signatory.ts').WitnessFlagCode; name: string | null }[]
select max(t.status) as status, t.name as "name!", max(t.relationship) as "relationship!", max(t.position) as "position!", count(distinct t.id)::int as "testimonies!", 0 as "decisions!",
       max(t.signed_at) as "last!", max(t.email::text) as email, max(t.telephone) as telephone, max(t.signed_from) as signed_from,
       coalesce(jsonb_agg(distinct jsonb_build_object('code', f->>'code', 'name', w.name)) filter (where f is not null), '[]') as "flags!"
  from testimonies t
  left join lateral jsonb_array_elements(t.flags) f on true
  left join identity.people w on w.id = (f->>'personId')::uuid
 where t.centre_id = current_centre() and t.learner_id = $learner_id group by t.name, t.email
union all
select null, p.name, d.decided_as, '', 0, count(*)::int, max(d.decided_at), null, null, null, '[]'
  from decisions d
  join evidence e on e.centre_id = d.centre_id and e.id = d.evidence_id
  join identity.people p on p.id = d.decided_by
 where d.centre_id = current_centre() and e.learner_id = $learner_id group by p.id, p.name, d.decided_as
 order by 2
