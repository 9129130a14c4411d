-- What was sent under a key that makes it count once, and how it was answered, for 24 hours. Nothing here is a fact: the
-- work itself is in the tables of its room. The key is kept as a hash, the answer encrypted.
create schema requests;

create table requests.once
(
    username    text        not null check (username <> ''),
    key_hash    bytea       not null,
    fingerprint bytea       not null,
    begun_at    timestamptz not null,
    done_at     timestamptz check (done_at >= begun_at),
    body_hash   bytea,
    answer      bytea check ((answer is null) = (done_at is null)),
    primary key (username, key_hash)
);
create index once_begun_at on requests.once (begun_at);

alter table requests.once enable row level security;
create policy own on requests.once
    using ((select access.is_system()) or access.is_account(username));
