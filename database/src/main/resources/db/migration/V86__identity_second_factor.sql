-- The secrets of authenticator apps, encrypted with a key that is not in the database. The newest row counts; one
-- without a secret says that the app was taken away.
create table identity.authenticator
(
    id       bigint generated always as identity primary key,
    username text        not null references identity.account,
    secret   bytea,
    set_at   timestamptz not null
);
create index authenticator_username on identity.authenticator (username, id desc);

-- A code works once: the thirty seconds that an accepted one stood for.
create table identity.authenticator_use
(
    username  text        not null references identity.account,
    time_step bigint      not null,
    used_at   timestamptz not null,
    primary key (username, time_step)
);

-- Ten codes for the day the phone is lost, kept as keyed hashes. Only those of the newest set work, each once.
create table identity.recovery_code
(
    id        bigint generated always as identity primary key,
    username  text        not null references identity.account,
    made_at   timestamptz not null,
    code_hash bytea       not null
);
create index recovery_code_username on identity.recovery_code (username, made_at desc);

create table identity.recovery_code_use
(
    recovery_code bigint primary key references identity.recovery_code,
    used_at       timestamptz not null
);

create trigger keep_every_row before update or delete on identity.authenticator
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.authenticator_use
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.recovery_code
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.recovery_code_use
    for each row execute function public.keep_every_row();
