-- A standing is written when somebody claims and written again at each judgement after: with room left on its page, the new row
-- stands beside the old one, and its index need not be told.
alter table criterion_progress set (fillfactor = 75);
alter table registration_progress set (fillfactor = 75);
