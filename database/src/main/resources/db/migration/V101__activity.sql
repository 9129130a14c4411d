-- What messages say of attendances. A row is added for each message and never changed; what an attendance is follows from
-- all of its rows, in the order of the senders' clocks.
create schema activity;

create table activity.saying
(
    id           bigint generated always as identity primary key,
    message      bigint      not null references feeds.message,
    feed         text        not null,
    organisation text        not null,
    received_at  timestamptz not null,
    attendance   text        not null check (attendance <> ''),
    sent_at      timestamptz not null,
    control_id   text        not null,
    items        jsonb       not null
);
create index saying_attendance on activity.saying (feed, attendance);
create index saying_received on activity.saying (feed, received_at);

alter table activity.saying enable row level security;
create policy own on activity.saying using ((select access.is_system()));
