-- Whom an entry is about, and why somebody did it where a reason is asked for. Entries from before have neither.
alter table audit.entry add column person text not null default '';
alter table audit.entry add column reason text not null default '';
create index entry_person on audit.entry (person, sequence) where person <> '';

-- The head of the chain at the end of a day, or when somebody asked, signed with a key that is not in the database.
-- A copy kept elsewhere shows what was cut off or written anew; docs/adr/0083 says how.
create table audit.seal
(
    number     bigint primary key check (number >= 1),
    -- The day (UTC) that a daily seal closes; the day it was asked for of any other.
    day        date        not null,
    daily      boolean     not null,
    sealed_at  timestamptz not null,
    entries    bigint      not null check (entries >= 0),
    head       bytea       not null check (length(head) = 32),
    -- SHA-256 of the text of the seal before it; zeros before the first.
    previous   bytea       not null check (length(previous) = 32),
    signature  text        not null,
    public_key text        not null
);
create unique index seal_day on audit.seal (day) where daily;

create trigger keep_every_row
    before update or delete
    on audit.seal
    for each row
execute function public.keep_every_row();
create trigger keep_every_row_at_once
    before truncate
    on audit.seal
    for each statement
execute function public.keep_every_row();
