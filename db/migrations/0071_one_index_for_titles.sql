-- Two indexes held the trigrams of every title; the one that begins with the centre (0022) serves each search, because no
-- search looks beyond its centre. Every change of a version's state wrote both.
drop index evidence_versions_title;
