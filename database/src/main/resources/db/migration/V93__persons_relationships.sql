-- Who may look at a record, and why: teams of staff, carers, emergencies, and what the person has closed.
create table persons.team
(
    id           uuid primary key,
    organisation text        not null,
    name         text        not null check (name <> ''),
    -- The privacy labels that this team's work needs, such as sexual-health for a sexual health clinic.
    labels       text[]      not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    unique (organisation, name)
);

create table persons.team_member
(
    id          uuid primary key,
    team        uuid        not null references persons.team,
    username    text        not null,
    begins_at   timestamptz not null,
    ends_at     timestamptz check (ends_at > begins_at),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index team_member_username on persons.team_member (username);
create index team_member_team on persons.team_member (team);

create table persons.team_member_end
(
    member      uuid primary key references persons.team_member,
    ended_at    timestamptz not null,
    recorded_by text        not null
);

create table persons.under_care
(
    id          uuid primary key,
    team        uuid        not null references persons.team,
    person      uuid        not null references persons.person,
    begins_at   timestamptz not null,
    ends_at     timestamptz check (ends_at > begins_at),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index under_care_person on persons.under_care (person);
create index under_care_team on persons.under_care (team);

create table persons.under_care_end
(
    under_care  uuid primary key references persons.under_care,
    ended_at    timestamptz not null,
    recorded_by text        not null
);

-- A person lets a carer see parts of the record. The words say who the person is to the carer: 'father'.
create table persons.delegation
(
    id          uuid primary key,
    person      uuid        not null references persons.person,
    carer       text        not null,
    relation    text        not null check (relation <> ''),
    asked_by    text        not null check (asked_by in ('person', 'carer')),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index delegation_person on persons.delegation (person);
create index delegation_carer on persons.delegation (carer);

-- The newest step says what holds.
create table persons.delegation_step
(
    id           bigint generated always as identity primary key,
    delegation   uuid        not null references persons.delegation,
    step         text        not null check (step in
                             ('asked', 'offered', 'approved', 'accepted', 'changed', 'declined', 'revoked')),
    scopes       text[]      not null,
    sees_private boolean     not null,
    sees_log     boolean     not null,
    until        date        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    check (step in ('asked', 'declined', 'revoked') or cardinality(scopes) > 0)
);
create index delegation_step_delegation on persons.delegation_step (delegation, id desc);

-- What the person hides or shows again: one item, or a whole category. The newest row counts.
create table persons.hiding
(
    id          bigint generated always as identity primary key,
    person      uuid        not null references persons.person,
    item        uuid references persons.item,
    category    text,
    hidden      boolean     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    check ((item is null) <> (category is null))
);
create index hiding_person on persons.hiding (person, id desc);

-- A capable adult closes the whole record, also against emergencies. The newest row counts.
create table persons.full_lock
(
    id          bigint generated always as identity primary key,
    person      uuid        not null references persons.person,
    locked      boolean     not null,
    declaration text        not null check (declaration <> ''),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index full_lock_person on persons.full_lock (person, id desc);

-- Somebody opened a record in an emergency. It ends by itself.
create table persons.broken_glass
(
    id           uuid primary key,
    person       uuid        not null references persons.person,
    username     text        not null,
    name         text        not null,
    role         text        not null,
    organisation text        not null,
    reason       text        not null,
    words        text        not null check (words <> ''),
    broken_at    timestamptz not null,
    until        timestamptz not null check (until > broken_at)
);
create index broken_glass_person on persons.broken_glass (person, broken_at desc);
create index broken_glass_organisation on persons.broken_glass (organisation, broken_at desc);

create table persons.glass_review
(
    broken_glass uuid primary key references persons.broken_glass,
    outcome      text        not null check (outcome in ('justified', 'not-justified', 'look-into')),
    words        text        not null check (words <> ''),
    username     text        not null,
    name         text        not null,
    recorded_at  timestamptz not null
);

-- Two people, whatever a program believes.
create function persons.refuse_own_review() returns trigger
    language plpgsql as
$$
begin
    if exists (select 1 from persons.broken_glass g where g.id = new.broken_glass and g.username = new.username) then
        raise exception 'an emergency access is reviewed by somebody else than who made it';
    end if;
    return new;
end
$$;
create trigger review_by_another before insert on persons.glass_review
    for each row execute function persons.refuse_own_review();

do
$$
declare
    name text;
begin
    for name in select table_name from information_schema.tables
                where table_schema = 'persons' and table_type = 'BASE TABLE' loop
        execute format('create trigger keep_every_row before update or delete on persons.%I
            for each row execute function public.keep_every_row()', name);
        execute format('create trigger keep_every_row_at_once before truncate on persons.%I
            for each statement execute function public.keep_every_row()', name);
    end loop;
end
$$;
