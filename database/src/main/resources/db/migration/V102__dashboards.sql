-- Dashboards of clinical teams as they are defined, and the screens on walls that show them. No table here names a patient.
create schema dashboards;

-- The newest row of a code counts; an earlier one says what was shown before.
create table dashboards.dashboard
(
    id           bigint generated always as identity primary key,
    code         text        not null check (code ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
    organisation text        not null check (organisation <> ''),
    title        text        not null check (title <> ''),
    feeds        text[]      not null,
    only_of      jsonb       not null,
    tiles        jsonb       not null,
    open         boolean     not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null
);
create index dashboard_code on dashboards.dashboard (code, id desc);

-- A screen shows a dashboard to whoever has its address. What is kept of the address is its digest.
create table dashboards.screen
(
    id        bigint generated always as identity primary key,
    dashboard text        not null,
    name      text        not null check (name <> ''),
    digest    bytea       not null unique check (length(digest) = 32),
    made_at   timestamptz not null,
    made_by   text        not null
);
create index screen_dashboard on dashboards.screen (dashboard);

create table dashboards.screen_end
(
    screen   bigint primary key references dashboards.screen,
    ended_at timestamptz not null,
    ended_by text        not null
);
