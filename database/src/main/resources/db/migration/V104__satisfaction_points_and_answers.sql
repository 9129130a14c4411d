-- Where patients say how it was, and what they said. Nothing about who said it is kept.
create schema satisfaction;

create table satisfaction.collection_point
(
    id           uuid primary key,
    organisation text        not null check (organisation <> ''),
    department   text        not null check (department <> ''),
    question     text        not null check (question <> ''),
    opened_at    timestamptz not null,
    opened_by    text        not null
);
create index collection_point_department on satisfaction.collection_point (organisation, department);

-- The secret in the address of a screen and a form. The newest of a point works, the others are revoked. The hash finds
-- it; the sealed one can be printed again.
create table satisfaction.address
(
    id               bigint generated always as identity primary key,
    collection_point uuid        not null references satisfaction.collection_point,
    secret_hash      bytea       not null unique check (length(secret_hash) = 32),
    secret_sealed    bytea       not null,
    made_at          timestamptz not null,
    made_by          text        not null
);
create index address_point on satisfaction.address (collection_point, id desc);

create table satisfaction.closing
(
    collection_point uuid primary key references satisfaction.collection_point,
    closed_at        timestamptz not null,
    closed_by        text        not null
);

-- One answer: 1 is very good, 4 very poor. What one page sends counts once. Cards are recorded later than they were written.
create table satisfaction.answer
(
    id               bigint generated always as identity primary key,
    collection_point uuid        not null references satisfaction.collection_point,
    channel          text        not null check (channel in ('tap', 'form', 'paper')),
    grade            smallint    not null check (grade between 1 and 4),
    once             uuid        not null unique,
    answered_at      timestamptz not null,
    recorded_at      timestamptz not null,
    check (answered_at <= recorded_at)
);
create index answer_point on satisfaction.answer (collection_point, answered_at);
create index answer_recent on satisfaction.answer (collection_point, recorded_at);

-- What the form asks beside the grade.
create table satisfaction.reply
(
    answer   bigint not null references satisfaction.answer,
    question text   not null,
    reply    text   not null,
    primary key (answer, question)
);

-- What somebody wrote in their own words. It may name people, so quality leads alone read it and nobody publishes it.
create table satisfaction.words
(
    answer  bigint primary key references satisfaction.answer,
    content text not null check (content <> '')
);

create function access.reads_satisfaction(organisation text) returns boolean language sql stable parallel safe
    return access.holds('QUALITY_LEAD', organisation) or access.holds('ACCOUNTABLE_OFFICER', organisation)
        or access.holds('CLINICIAN', organisation);

alter table satisfaction.collection_point enable row level security;
create policy own on satisfaction.collection_point
    using ((select access.is_system()) or access.reads_satisfaction(organisation))
    with check ((select access.is_system()) or access.holds('QUALITY_LEAD', organisation));
alter table satisfaction.address enable row level security;
create policy own on satisfaction.address
    using ((select access.is_system()) or exists (
        select from satisfaction.collection_point p
        where p.id = collection_point and access.holds('QUALITY_LEAD', p.organisation)));
alter table satisfaction.closing enable row level security;
create policy own on satisfaction.closing
    using ((select access.is_system()) or exists (
        select from satisfaction.collection_point p where p.id = collection_point))
    with check ((select access.is_system()) or exists (
        select from satisfaction.collection_point p
        where p.id = collection_point and access.holds('QUALITY_LEAD', p.organisation)));
-- Answers are counted by the system, which hides what is small; nobody reads them one by one.
alter table satisfaction.answer enable row level security;
create policy own on satisfaction.answer using ((select access.is_system()));
alter table satisfaction.reply enable row level security;
create policy own on satisfaction.reply using ((select access.is_system()));
alter table satisfaction.words enable row level security;
create policy own on satisfaction.words using ((select access.is_system()));
