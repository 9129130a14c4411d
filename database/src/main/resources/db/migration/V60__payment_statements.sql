-- Contracts with their CQUIN scheme, and the statements priced from signed cuts. Nothing here is ever changed: a
-- variation of a contract is a new version, a correction of a statement is a further statement.
create table payment.contract (
    id text not null,
    version integer not null check (version >= 1),
    commissioner text not null,
    provider text not null check (provider <> commissioner),
    financial_year text not null,
    value_pence bigint not null check (value_pence > 0),
    recorded_at timestamptz not null,
    recorded_by text not null,
    primary key (id, version)
);
create index contract_commissioner on payment.contract (commissioner);
create index contract_provider on payment.contract (provider, financial_year);

create table payment.contract_goal (
    contract_id text not null,
    contract_version integer not null,
    number integer not null check (number >= 1),
    title text not null,
    indicator text not null,
    period text not null,
    weight numeric not null check (weight > 0 and weight <= 100),
    -- As PaymentRules reads it; null when the contract foresees payment for submission alone.
    outcome_rule text,
    better text check (better in ('HIGHER', 'LOWER')),
    data_due date,
    primary key (contract_id, contract_version, number),
    foreign key (contract_id, contract_version) references payment.contract (id, version),
    check ((outcome_rule is null) = (better is null))
);
create index contract_goal_indicator on payment.contract_goal (indicator);

create table payment.statement (
    contract_id text not null,
    number integer not null check (number >= 1),
    contract_version integer not null,
    -- PRICED: the whole payment. ADJUSTMENT: what a later cut or variation adds to agreed statements, or takes back.
    kind text not null check (kind in ('PRICED', 'ADJUSTMENT')),
    scheme_id text not null,
    scheme_version integer not null,
    scheme_percentage numeric not null,
    scheme_basis text not null check (scheme_basis in ('SUBMISSION', 'OUTCOME')),
    cut_id text not null,
    cut_hash text not null,
    scheme_value_pence bigint not null,
    total_pence bigint not null,
    priced_at timestamptz not null,
    priced_by text not null,
    primary key (contract_id, number),
    foreign key (contract_id, contract_version) references payment.contract (id, version)
);

create table payment.statement_line (
    contract_id text not null,
    statement_number integer not null,
    goal_number integer not null,
    goal_title text not null,
    figure text not null,
    weight numeric not null,
    rule text not null,
    rule_words text not null,
    numerator numeric,
    denominator numeric,
    received date,
    missing text,
    achieved_numerator numeric not null,
    achieved_denominator numeric not null,
    up_to_pence bigint not null,
    earned_pence bigint not null check (earned_pence >= 0),
    already_pence bigint not null,
    amount_pence bigint not null,
    explanation text not null,
    primary key (contract_id, statement_number, goal_number),
    foreign key (contract_id, statement_number) references payment.statement (contract_id, number),
    check (amount_pence = earned_pence - already_pence),
    check ((missing is null) = (numerator is not null and denominator is not null and received is not null))
);
create index statement_line_figure on payment.statement_line (figure);

create table payment.agreement (
    contract_id text not null,
    statement_number integer not null,
    party text not null check (party in ('COMMISSIONER', 'PROVIDER')),
    username text not null,
    person text not null,
    agreed_at timestamptz not null,
    primary key (contract_id, statement_number, party),
    -- One person cannot agree for both sides.
    unique (contract_id, statement_number, username),
    foreign key (contract_id, statement_number) references payment.statement (contract_id, number)
);

create table payment.dispute (
    id bigint generated always as identity primary key,
    contract_id text not null,
    statement_number integer not null,
    goal_number integer not null,
    party text not null check (party in ('COMMISSIONER', 'PROVIDER')),
    person text not null,
    reason text not null check (btrim(reason) <> ''),
    raised_at timestamptz not null,
    foreign key (contract_id, statement_number, goal_number)
        references payment.statement_line (contract_id, statement_number, goal_number)
);
create index dispute_statement on payment.dispute (contract_id, statement_number);

create table payment.dispute_answer (
    dispute_id bigint primary key references payment.dispute (id),
    party text not null check (party in ('COMMISSIONER', 'PROVIDER')),
    person text not null,
    answer text not null check (btrim(answer) <> ''),
    answered_at timestamptz not null
);

create function payment.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'payment.% only grows: its rows are never changed or deleted', tg_table_name;
end $$;
create trigger contract_only_grows before update or delete or truncate on payment.contract
    for each statement execute function payment.refuse_change();
create trigger contract_goal_only_grows before update or delete or truncate on payment.contract_goal
    for each statement execute function payment.refuse_change();
create trigger statement_only_grows before update or delete or truncate on payment.statement
    for each statement execute function payment.refuse_change();
create trigger statement_line_only_grows before update or delete or truncate on payment.statement_line
    for each statement execute function payment.refuse_change();
create trigger agreement_only_grows before update or delete or truncate on payment.agreement
    for each statement execute function payment.refuse_change();
create trigger dispute_only_grows before update or delete or truncate on payment.dispute
    for each statement execute function payment.refuse_change();
create trigger dispute_answer_only_grows before update or delete or truncate on payment.dispute_answer
    for each statement execute function payment.refuse_change();
