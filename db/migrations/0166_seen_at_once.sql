-- Who exists for whom says too whether a registration has ended, so that nobody looks it up again for that; the function is made
-- anew by policy/visibility.sql after this. And who is named on a registration is read off the index alone.
drop function if exists visible_registrations(uuid);
drop index allocations_of_registration;
create index allocations_of_registration on allocations (centre_id, registration_id) include (role, person_id) where ended_at is null;
drop index allocations_person;
create index allocations_person on allocations (centre_id, person_id) include (registration_id, role) where ended_at is null;
