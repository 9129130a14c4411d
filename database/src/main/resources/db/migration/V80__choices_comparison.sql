-- Which frozen cut the comparison of a provider reads for a financial year. A row is written in the transaction that
-- publishes or withdraws the provider's Quality Account, so that the two pages cannot disagree. The latest row counts.
create table choices.comparison (
    sequence bigint generated always as identity primary key,
    organisation text not null,
    financial_year text not null check (financial_year ~ '^[0-9]{4}-[0-9]{2}$'),
    cut uuid not null,
    cut_hash text not null,
    publication text not null,
    publication_version int not null check (publication_version > 0),
    withdrawn boolean not null,
    decided_at timestamptz not null
);
create index comparison_latest on choices.comparison (organisation, financial_year, sequence desc);
