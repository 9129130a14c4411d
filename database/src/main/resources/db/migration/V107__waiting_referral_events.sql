-- What was sent of referrals: each row is one event of a pathway, in one version. A higher version replaces a lower one, and
-- one without an event takes it back. Rows are added and never changed.
create schema waiting;

create table waiting.referral_event
(
    id           bigint generated always as identity primary key,
    organisation text        not null check (organisation <> ''),
    pathway      text        not null check (pathway <> ''),
    service      text        not null check (service <> ''),
    nhs_number   text        not null check (nhs_number ~ '^[0-9]{10}$'),
    birth_date   date        not null,
    event        text        not null check (event <> ''),
    version      bigint      not null check (version >= 0),
    kind         text check (kind <> ''),
    day          date,
    detail       text        not null,
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    check ((kind is null) = (day is null)),
    unique (organisation, event, version)
);
create index referral_event_person on waiting.referral_event (nhs_number, birth_date);

-- The system alone reads them; people see them through pages that asked the policy about the record.
alter table waiting.referral_event enable row level security;
create policy own on waiting.referral_event using ((select access.is_system()));

-- A person's attendances are found by their NHS number, and by the organisation's own number after a merge.
create index saying_nhs_number on activity.saying ((items ->> 'NHS_NUMBER')) where items ->> 'NHS_NUMBER' is not null;
create index saying_patient on activity.saying (feed, (items ->> 'PATIENT')) where items ->> 'PATIENT' is not null;
create index merge_nhs_number on activity.merge (nhs_number) where nhs_number is not null;
