-- Who was signed in from when, how they proved who they are, and on what kind of device. Of the cookie only a hash is
-- kept, so that a form sent after the session ended can be kept for the person who wrote it.
create table identity.session
(
    id          uuid primary key,
    username    text        not null references identity.account,
    begun_at    timestamptz not null,
    methods     text        not null,
    device      text        not null,
    cookie_hash bytea       not null unique
);
create index session_username on identity.session (username, begun_at desc);

create table identity.session_end
(
    session  uuid primary key references identity.session,
    ended_at timestamptz not null,
    reason   text        not null
);

create trigger keep_every_row before update or delete on identity.session
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.session_end
    for each row execute function public.keep_every_row();

-- What somebody sent after their session ended, encrypted, until they send it, throw it away, or a day has passed. It is
-- nobody's record yet, so it is deleted then.
create table identity.kept_form
(
    id       uuid primary key,
    username text        not null references identity.account,
    content  bytea       not null,
    kept_at  timestamptz not null
);
create index kept_form_username on identity.kept_form (username, kept_at desc);
