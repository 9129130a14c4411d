-- A publication is the sequence of steps that named people took. Rows are added, never changed.
create table publication.item (
    code text primary key,
    kind text not null,
    owner text not null,
    edition text not null,
    title text not null check (title <> ''),
    opened_at timestamptz not null,
    unique (kind, owner, edition)
);

create table publication.step (
    publication text not null references publication.item (code),
    -- The primary key lets one of two simultaneous steps win; the other is refused.
    sequence integer not null check (sequence >= 1),
    step text not null check (step in
        ('open', 'write', 'freeze', 'attach', 'sign-off', 'send-back', 'publish', 'correct', 'withdraw')),
    username text not null,
    person_name text not null,
    person_role text not null,
    person_organisation text not null,
    taken_at timestamptz not null,
    about text,
    words text,
    reason text,
    cut uuid,
    cut_hash text,
    seal text,
    primary key (publication, sequence),
    check (step not in ('write', 'attach', 'correct') or (about is not null and words is not null)),
    check (step not in ('send-back', 'correct', 'withdraw') or reason <> ''),
    check (step <> 'freeze' or (cut is not null and cut_hash is not null and seal is not null)),
    check (step <> 'sign-off' or (words is not null and seal is not null)),
    check ((cut is null) = (cut_hash is null))
);

-- A publication is opened once and published once, whatever its program believes.
create unique index step_opened_once on publication.step (publication) where step = 'open';
create unique index step_published_once on publication.step (publication) where step = 'publish';
create unique index step_withdrawn_once on publication.step (publication) where step = 'withdraw';

create function publication.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'publication.% is only ever added to', tg_table_name;
end $$;

create trigger item_only_added before update or delete or truncate on publication.item
    for each statement execute function publication.refuse_change();
create trigger step_only_added before update or delete or truncate on publication.step
    for each statement execute function publication.refuse_change();
