-- People who sign in. Passwords are kept as slow hashes; the newest one counts.
create table identity.account
(
    username   text primary key check (username ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    name       text        not null check (name <> ''),
    created_at timestamptz not null
);

create table identity.credential
(
    id            bigint generated always as identity primary key,
    username      text        not null references identity.account,
    password_hash text        not null,
    set_at        timestamptz not null
);
create index credential_username on identity.credential (username, id desc);

-- Opening and closing an account; the newest row counts. An account without a row is open.
create table identity.account_status
(
    id       bigint generated always as identity primary key,
    username text        not null references identity.account,
    open     boolean     not null,
    set_at   timestamptz not null
);
create index account_status_username on identity.account_status (username, id desc);

-- A role at an organisation, held for a time.
create table identity.post
(
    id           bigint generated always as identity primary key,
    username     text        not null references identity.account,
    role         text        not null,
    organisation text        not null check (organisation <> ''),
    begun_at     timestamptz not null,
    ended_at     timestamptz check (ended_at >= begun_at)
);
create unique index post_held on identity.post (username, role, organisation) where ended_at is null;

create trigger keep_every_row before update or delete on identity.account
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.credential
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.account_status
    for each row execute function public.keep_every_row();
