-- What organisations are, as statements with the days on which they hold and the moments at which they were recorded.
-- A statement is never changed: a better one is added and the old one is marked as superseded.
-- 0001-01-01 as a first day means that the source gives no start; 9999-12-31 as a last day means no end.

-- The types of all organisation structures in force, taken from the register when the server starts.
create table directory.organisation_type (
    code text primary key,
    name text not null,
    plural text not null,
    level text not null check (level in
        ('TEAM', 'SERVICE_LINE', 'SITE', 'ORGANISATION', 'NETWORK', 'COMMISSIONER', 'SYSTEM', 'REGION', 'COUNTRY')),
    below text[] not null
);

create table directory.organisation_record (
    id bigint generated always as identity primary key,
    code text not null,
    type text not null references directory.organisation_type (code),
    status text not null check (status in ('ACTIVE', 'DORMANT', 'PROPOSED', 'CLOSED', 'PROVISIONAL')),
    postcode text,
    address text,
    telephone text,
    opened date,
    closed date,
    latitude double precision,
    longitude double precision,
    source text not null,
    -- How much the source knows: 0 it only mentions the code, 1 it names it, 2 it is the register of this kind.
    standing smallint not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz
);
create unique index organisation_record_current on directory.organisation_record (code) where superseded_at is null;
create index organisation_record_type on directory.organisation_record (type) where superseded_at is null;

create table directory.organisation_name (
    id bigint generated always as identity primary key,
    code text not null,
    name text not null,
    valid_from date not null,
    source text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz
);
create unique index organisation_name_current
    on directory.organisation_name (code, source, valid_from) where superseded_at is null;

create table directory.relationship (
    id bigint generated always as identity primary key,
    child text not null,
    parent text not null,
    kind text not null check (kind in ('COMMISSIONED_BY', 'LOCATED_IN', 'OPERATED_BY', 'NETWORK')),
    valid_from date not null,
    valid_to date not null,
    source text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    check (valid_from <= valid_to),
    check (child <> parent)
);
create unique index relationship_current
    on directory.relationship (child, parent, kind, valid_from, source) where superseded_at is null;

create table directory.service (
    id bigint generated always as identity primary key,
    organisation text not null,
    service_line text not null,
    valid_from date not null,
    valid_to date not null,
    source text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    check (valid_from <= valid_to)
);
create unique index service_current
    on directory.service (organisation, service_line, source) where superseded_at is null;
create index service_line on directory.service (service_line) where superseded_at is null;

create table directory.succession (
    id bigint generated always as identity primary key,
    predecessor text not null,
    successor text not null,
    effective_on date,
    source text not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    check (predecessor <> successor)
);
create unique index succession_current
    on directory.succession (predecessor, successor, source) where superseded_at is null;
create index succession_successor on directory.succession (successor) where superseded_at is null;
