-- What hospitals' systems send, as they sent it. A message is kept before it is acknowledged, and never changed.
create schema feeds;

-- What is known of a feed; the newest row of a code counts.
create table feeds.feed
(
    id              bigint generated always as identity primary key,
    code            text        not null check (code ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
    organisation    text        not null check (organisation <> ''),
    name            text        not null check (name <> ''),
    profile         text        not null check (profile <> ''),
    silence_minutes integer     not null check (silence_minutes between 1 and 10080),
    port            integer check (port between 1 and 65535),
    open            boolean     not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null
);
create index feed_code on feeds.feed (code, id desc);

-- A message that is sent again with the same number and content is the same message. One that could not be read has the
-- reason; one that somebody mended names the one that it stands for.
create table feeds.message
(
    id           bigint generated always as identity primary key,
    feed         text        not null,
    organisation text        not null,
    received_at  timestamptz not null,
    control_id   text        not null,
    kind         text        not null,
    sent_at      timestamptz,
    digest       bytea       not null check (length(digest) = 32),
    content      bytea       not null,
    refused      text check (refused <> ''),
    mends        bigint references feeds.message,
    unique (feed, control_id, digest)
);
create index message_newest on feeds.message (feed, received_at desc);
create index message_refused on feeds.message (feed, id) where refused is not null;

-- What became of a refused message: mended by another, or set aside.
create table feeds.outcome
(
    message     bigint primary key references feeds.message,
    mended_by   bigint references feeds.message,
    set_aside   text check (set_aside <> ''),
    recorded_at timestamptz not null,
    recorded_by text        not null,
    check ((mended_by is null) <> (set_aside is null))
);

-- A message names patients, so a query that forgets to ask whose it reads finds none.
alter table feeds.message enable row level security;
create policy own on feeds.message
    using ((select access.is_system()) or access.holds('OPERATOR', organisation));
alter table feeds.outcome enable row level security;
create policy own on feeds.outcome
    using ((select access.is_system()) or exists (select from feeds.message m where m.id = message));
