-- BLOCK select_is_empty
select identity.is_empty() as "empty!"

-- BLOCK list_centres_of_session
select centre_id as "centre_id!", centre_name as "centre_name!", person_id as "person_id!", person_name as "person_name!", roles as "roles!" from identity.centres_of($session_token, $at)

-- BLOCK select_own_account
select two_factor as "two_factor!" from identity.account_of($session_token, $at)
