-- What was received. The same bytes of the same kind are taken in again only if rows were left out the first time.
create table indicators.submission (
    id bigint generated always as identity primary key,
    kind text not null,
    file_name text not null,
    sha256 text not null,
    edition text not null check (edition in ('original', 'revised')),
    publication text not null,
    received_at timestamptz not null,
    received_from text not null,
    rows_read bigint not null,
    rows_rejected bigint not null,
    -- The period that the file covers completely, for publications that do.
    covers_start date,
    covers_end date
);
create unique index submission_once on indicators.submission (kind, sha256) where rows_rejected = 0;
create index submission_covers on indicators.submission (kind, covers_start, covers_end);

-- The counts of one organisation in one period. Only the end of a row's validity is ever written to it afterwards.
create table indicators.cell (
    id bigint generated always as identity primary key,
    indicator text not null,
    organisation text not null,
    service_line text not null,
    period_start date not null,
    period_end date not null,
    numerator bigint not null check (numerator >= 0),
    denominator bigint check (denominator >= 0),
    expected numeric check (expected >= 0),
    definition_version integer not null,
    submission bigint not null references indicators.submission (id),
    status text not null check (status in ('provisional', 'final', 'revised')),
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    superseded_by bigint references indicators.submission (id),
    check (period_end >= period_start),
    check ((superseded_at is null) = (superseded_by is null))
);
create unique index cell_current on indicators.cell
    (indicator, period_start, period_end, organisation, service_line) where superseded_at is null;
create index cell_of_organisation on indicators.cell
    (organisation, indicator, period_end desc) where superseded_at is null;
create index cell_history on indicators.cell (indicator, organisation, period_start);
create index cell_submission on indicators.cell (submission);

create function indicators.only_supersede() returns trigger language plpgsql as $$
begin
    if old.superseded_at is not null
        or new.superseded_at is null
        or (to_jsonb(new) - 'superseded_at' - 'superseded_by') <> (to_jsonb(old) - 'superseded_at' - 'superseded_by')
    then
        raise exception 'A recorded figure is superseded by a new one, never changed';
    end if;
    return new;
end $$;
create trigger cell_only_supersede before update on indicators.cell
    for each row execute function indicators.only_supersede();

create function indicators.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of indicators.% are kept as they were written', tg_table_name;
end $$;
create trigger cell_no_delete before delete or truncate on indicators.cell
    for each statement execute function indicators.refuse_change();
create trigger submission_no_change before update or delete or truncate on indicators.submission
    for each statement execute function indicators.refuse_change();
