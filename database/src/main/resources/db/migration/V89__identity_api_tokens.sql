-- Tokens by which programs act as the person who made them. Of the secret only its SHA-256 is kept: it has 256 random
-- bits, so that nobody finds it by trying and no slow hash is needed.
create table identity.api_token
(
    id         bigint generated always as identity primary key,
    username   text        not null references identity.account,
    name       text        not null check (name <> '' and length(name) <= 60),
    secret     bytea       not null unique check (length(secret) = 32),
    -- Words separated by spaces, as OAuth writes them.
    scopes     text        not null check (scopes <> ''),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
create index api_token_username on identity.api_token (username, id desc);

create table identity.api_token_revocation
(
    token      bigint primary key references identity.api_token,
    revoked_at timestamptz not null,
    revoked_by text        not null
);

-- The days on which a token was used, so that its owner sees which are still needed.
create table identity.api_token_use
(
    token bigint not null references identity.api_token,
    day   date   not null,
    primary key (token, day)
);

create trigger keep_every_row before update or delete on identity.api_token
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.api_token_revocation
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.api_token_use
    for each row execute function public.keep_every_row();
