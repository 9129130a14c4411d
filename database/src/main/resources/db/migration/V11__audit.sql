-- The trail: one row for each thing done, chained by hashes. How a hash is made is written in docs/adr/0011.
create table audit.entry
(
    sequence           bigint primary key check (sequence >= 1),
    at                 timestamptz not null,
    actor_kind         text        not null check (actor_kind in ('person', 'system-job', 'visitor')),
    actor              text        not null,
    actor_name         text        not null,
    actor_role         text        not null,
    actor_organisation text        not null,
    action             text        not null,
    subject            text        not null,
    detail             text        not null,
    previous_hash      bytea       not null check (length(previous_hash) = 32),
    hash               bytea       not null unique check (length(hash) = 32)
);
create index entry_subject on audit.entry (subject, sequence);
create index entry_actor on audit.entry (actor, sequence);

create trigger keep_every_row
    before update or delete
    on audit.entry
    for each row
execute function public.keep_every_row();
create trigger keep_every_row_at_once
    before truncate
    on audit.entry
    for each statement
execute function public.keep_every_row();
