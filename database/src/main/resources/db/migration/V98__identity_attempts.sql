-- How often somebody tried to get in of late, so that a restart wipes nobody's slate and several servers count together.
-- Names and addresses are kept as keyed hashes. This is no record of anything: a row goes a quarter of an hour after the
-- last attempt, and earlier when a flood of names would fill the table.
create table identity.attempt
(
    key_hash bytea primary key,
    tries    integer     not null check (tries >= 0),
    last_at  timestamptz not null,
    next_at  timestamptz not null
);
create index attempt_last_at on identity.attempt (last_at);
create index attempt_tries on identity.attempt (tries, last_at);
