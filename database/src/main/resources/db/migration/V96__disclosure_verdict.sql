-- What attacks on publications found before they were signed. A verdict holds no count; it is kept by the digest of all
-- that was attacked, so that the same publication is not attacked twice.
create schema disclosure;
create table disclosure.verdict (
    id bigint generated always as identity primary key,
    subject text not null,
    digest text not null check (length(digest) = 64),
    examined_at timestamptz not null,
    milliseconds bigint not null check (milliseconds >= 0),
    counts integer not null check (counts >= 0),
    numbers integer not null check (numbers >= 0),
    narrowest bigint not null check (narrowest >= 0),
    recoverable jsonb not null,
    undecided integer not null check (undecided >= 0)
);
create index verdict_digest on disclosure.verdict (digest, id desc);
create index verdict_subject on disclosure.verdict (subject, id desc);

create function disclosure.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of disclosure.% are kept as they were written', tg_table_name;
end $$;
create trigger verdict_no_change before update or delete or truncate on disclosure.verdict
    for each statement execute function disclosure.refuse_change();
