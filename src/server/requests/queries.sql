-- BLOCK insert_request
-- No row where the id was used before. Waits for a request under the same id that is still under way.
insert into requests (centre_id, id, content_hash, at) values (current_centre(), $id, $content_hash, $at)
    on conflict (centre_id, id) do nothing

-- BLOCK select_request
select content_hash from requests where centre_id = current_centre() and id = $id
