-- What messages say of patients' numbers: the visits of one belong to another from the sender's moment on. A row is added for
-- each merge and never changed.
create table activity.merge
(
    id           bigint generated always as identity primary key,
    message      bigint      not null references feeds.message,
    feed         text        not null,
    organisation text        not null,
    received_at  timestamptz not null,
    gone         text        not null check (gone <> ''),
    stays        text        not null check (stays <> ''),
    nhs_number   text,
    sent_at      timestamptz not null,
    control_id   text        not null
);
create index merge_gone on activity.merge (feed, gone);

alter table activity.merge enable row level security;
create policy own on activity.merge using ((select access.is_system()));
