-- A verdict on a figure, recorded by one person and decided by another. Rows are added, never changed.
create table regulation.validation (
    id uuid primary key,
    figure text not null,
    indicator text not null,
    organisation text not null,
    period_start date not null,
    period_end date not null,
    verdict text not null check (verdict in ('validated', 'not-validated', 'under-review')),
    reason text not null check (reason <> ''),
    recomputed_agrees boolean not null,
    recomputed_words text not null,
    figure_recorded_at timestamptz not null,
    username text not null,
    person_name text not null,
    person_role text not null,
    person_organisation text not null,
    recorded_at timestamptz not null
);
create index validation_figure on regulation.validation (figure);
create index validation_scope on regulation.validation (indicator, organisation, period_start);

create table regulation.decision (
    -- The primary key lets one of two simultaneous decisions win.
    validation uuid primary key references regulation.validation (id),
    decision text not null check (decision in ('confirm', 'decline')),
    reason text,
    username text not null,
    person_name text not null,
    person_role text not null,
    person_organisation text not null,
    decided_at timestamptz not null,
    check (decision <> 'decline' or reason <> '')
);

create function regulation.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'regulation.% is only ever added to', tg_table_name;
end $$;

create trigger validation_only_added before update or delete or truncate on regulation.validation
    for each statement execute function regulation.refuse_change();
create trigger decision_only_added before update or delete or truncate on regulation.decision
    for each statement execute function regulation.refuse_change();

-- Two people, whatever a program believes.
create function regulation.refuse_same_person() returns trigger language plpgsql as $$
begin
    if exists (select 1 from regulation.validation v where v.id = new.validation and v.username = new.username) then
        raise exception 'a verdict is decided by another person than recorded it';
    end if;
    return new;
end $$;
create trigger decision_by_second_person before insert on regulation.decision
    for each row execute function regulation.refuse_same_person();
