-- Passkeys: public keys whose private halves stay in people's devices. A passkey is removed by a row that says so.
create table identity.passkey_holder
(
    username text  primary key references identity.account,
    -- What authenticators know the person by: random, and nothing else.
    handle   bytea not null unique check (length(handle) >= 16)
);

create table identity.passkey
(
    credential_id   bytea       primary key,
    username        text        not null references identity.passkey_holder,
    label           text        not null check (label <> '' and length(label) <= 60),
    public_key      bytea       not null,
    transports      text        not null,
    uv_initialized  boolean     not null,
    backup_eligible boolean     not null,
    attestation     bytea       not null,
    client_data     bytea       not null,
    created_at      timestamptz not null
);
create index passkey_username on identity.passkey (username, created_at);

-- What each use of a passkey said about it; the newest row counts. A counter that went back tells of a copied key.
create table identity.passkey_use
(
    id              bigint generated always as identity primary key,
    credential_id   bytea       not null references identity.passkey,
    signature_count bigint      not null check (signature_count >= 0),
    backup_state    boolean     not null,
    used_at         timestamptz not null
);
create index passkey_use_credential on identity.passkey_use (credential_id, id desc);

create table identity.passkey_removal
(
    credential_id bytea primary key references identity.passkey,
    removed_at    timestamptz not null,
    removed_by    text        not null
);

create trigger keep_every_row before update or delete on identity.passkey_holder
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.passkey
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.passkey_use
    for each row execute function public.keep_every_row();
create trigger keep_every_row before update or delete on identity.passkey_removal
    for each row execute function public.keep_every_row();
