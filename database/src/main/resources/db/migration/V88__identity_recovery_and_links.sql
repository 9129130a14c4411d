-- A link that works once and lets a person choose their password. Only its hash is kept.
create table identity.invitation
(
    id         uuid primary key,
    username   text        not null references identity.account,
    token_hash bytea       not null unique,
    made_by    text        not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at)
);
create index invitation_username on identity.invitation (username, made_at desc);

create table identity.invitation_use
(
    invitation uuid primary key references identity.invitation,
    used_at    timestamptz not null
);

-- Taking away a lost second factor needs two people: one asks, another agrees.
create table identity.factor_removal
(
    id       uuid primary key,
    username text        not null references identity.account,
    asked_by text        not null,
    asked_at timestamptz not null,
    reason   text        not null check (reason <> '')
);
create index factor_removal_username on identity.factor_removal (username, asked_at desc);

create table identity.factor_removal_decision
(
    removal    uuid primary key references identity.factor_removal,
    agreed     boolean     not null,
    decided_by text        not null,
    decided_at timestamptz not null
);

-- Which account of another issuer is which account here.
create table identity.issuer_link
(
    issuer    text        not null,
    subject   text        not null,
    username  text        not null references identity.account,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, username)
);

create trigger keep_every_row before update or delete on identity.invitation
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.invitation_use
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.factor_removal
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.factor_removal_decision
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.issuer_link
    for each row execute function public.keep_every_row();
