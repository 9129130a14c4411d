-- Facts are appended and superseded. A table that carries this trigger keeps every row as it was written.
create function public.keep_every_row() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'Every row of %.% is kept as it was written: % is refused',
        tg_table_schema, tg_table_name, lower(tg_op)
        using errcode = 'restrict_violation';
end;
$$;

-- Anything that has a name, a status, an owner and a history of versions.
create table register.entry
(
    id             bigint generated always as identity primary key,
    kind           text        not null check (kind <> ''),
    key            text        not null check (key <> ''),
    version        integer     not null check (version >= 1),
    status         text        not null,
    owner          text        not null,
    effective_from date        not null,
    -- The last day on which the entry itself says that it holds. A newer version may end it sooner.
    effective_to   date check (effective_to >= effective_from),
    content        jsonb       not null,
    content_hash   text        not null,
    recorded_at    timestamptz not null,
    unique (kind, key, version)
);
create index entry_effective on register.entry (kind, key, effective_from);

create trigger keep_every_row
    before update or delete
    on register.entry
    for each row
execute function public.keep_every_row();
create trigger keep_every_row_at_once
    before truncate
    on register.entry
    for each statement
execute function public.keep_every_row();
