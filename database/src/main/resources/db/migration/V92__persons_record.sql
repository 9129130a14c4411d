-- What stands in a person's record, as FHIR R4 resources. A new version supersedes; every version stays.
create table persons.item
(
    -- Random: it stands in addresses.
    id           uuid primary key,
    person       uuid        not null references persons.person,
    organisation text        not null,
    source_id    text        not null,
    created_at   timestamptz not null,
    unique (organisation, source_id)
);
create index item_person on persons.item (person);

create table persons.item_version
(
    item        uuid        not null references persons.item,
    version     int         not null check (version > 0),
    person      uuid        not null references persons.person,
    category    text        not null,
    happened_on date,
    title       text        not null check (title <> ''),
    author      text,
    labels      text[]      not null,
    resource    jsonb       not null check (jsonb_typeof(resource) = 'object'),
    hash        text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    primary key (item, version)
);
create index item_version_person on persons.item_version (person);
