-- People whose health is looked after. Facts about a person are added, never changed: the newest row counts.
create schema persons;

-- The id is random and says nothing; it is what stands in addresses and in the audit trail.
create table persons.person
(
    id         uuid primary key,
    created_at timestamptz not null
);

create table persons.details
(
    id            bigint generated always as identity primary key,
    person        uuid        not null references persons.person,
    given_name    text        not null check (given_name <> ''),
    family_name   text        not null check (family_name <> ''),
    birth_date    date        not null,
    sex           text        not null check (sex in ('female', 'male', 'other', 'unknown')),
    address_line  text,
    postcode      text,
    practice      text,
    contact       text,
    recorded_at   timestamptz not null,
    recorded_by   text        not null
);
create index details_person on persons.details (person, id desc);
create index details_name on persons.details (birth_date, lower(family_name));

-- A number belongs to one person for good. Two records of one person cannot both hold it, whatever a program believes.
create table persons.nhs_number
(
    number      text primary key check (number ~ '^[0-9]{10}$'),
    person      uuid        not null references persons.person,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index nhs_number_person on persons.nhs_number (person, recorded_at desc);

-- Whose account it is; the newest row of a name counts, and one without a person ends the link.
create table persons.account_link
(
    id          bigint generated always as identity primary key,
    username    text        not null,
    person      uuid references persons.person,
    recorded_at timestamptz not null,
    recorded_by text        not null
);
create index account_link_username on persons.account_link (username, id desc);
create index account_link_person on persons.account_link (person, id desc);

-- How another organisation's system names a person, so that a file that is sent again finds the same one.
create table persons.source_name
(
    organisation text        not null,
    source_id    text        not null,
    person       uuid        not null references persons.person,
    recorded_at  timestamptz not null,
    primary key (organisation, source_id)
);
create index source_name_person on persons.source_name (person);

-- Two records found to be of one person. The rows of both stay where they are; the survivor is shown with both, and a
-- merge that is undone leaves each with what it had.
create table persons.merge
(
    id          uuid primary key,
    merged      uuid        not null references persons.person,
    survivor    uuid        not null references persons.person,
    reason      text        not null check (reason <> ''),
    recorded_at timestamptz not null,
    recorded_by text        not null,
    check (merged <> survivor)
);
create index merge_merged on persons.merge (merged);
create index merge_survivor on persons.merge (survivor);

create table persons.merge_undone
(
    merge       uuid primary key references persons.merge,
    reason      text        not null check (reason <> ''),
    recorded_at timestamptz not null,
    recorded_by text        not null
);
