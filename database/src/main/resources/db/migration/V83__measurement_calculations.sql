-- Measures calculated over a population store, part by part. Every table only grows: what a calculation is at a moment
-- follows from the steps and parts that are there.
create schema measurement;

create table measurement.calculation (
    id bigint generated always as identity primary key,
    organisation text not null,
    period_start date not null,
    period_end date not null,
    -- How many parts the population is cut into; parts of another number have other patients.
    parts integer not null check (parts >= 1),
    -- What was there when it was asked for. A calculation never mixes one content or population with another.
    content_digest text not null,
    population_digest text not null,
    -- The moment that the measures take for the present, also when the calculation goes on days later.
    asked_at timestamptz not null,
    username text not null,
    person_name text not null,
    check (period_end >= period_start)
);

create table measurement.calculation_measure (
    calculation bigint not null references measurement.calculation (id),
    position integer not null,
    -- The canonical address with its version.
    measure text not null,
    title text not null,
    primary key (calculation, position)
);

create table measurement.part (
    calculation bigint not null references measurement.calculation (id),
    part integer not null check (part >= 1),
    patients bigint not null check (patients >= 0),
    -- As the engine writes tallies; text, so that no digit of an observed value is lost.
    tally text not null,
    done_at timestamptz not null,
    primary key (calculation, part)
);

create table measurement.step (
    id bigint generated always as identity primary key,
    calculation bigint not null references measurement.calculation (id),
    -- taken-up: a server began to work on it, or went on with it.
    step text not null check (step in ('taken-up', 'completed', 'failed', 'cancelled')),
    at timestamptz not null,
    -- Who did it; the system's own name for what no person did.
    done_by text not null,
    words text not null
);
create index step_calculation on measurement.step (calculation, id);
-- A calculation ends once.
create unique index step_end on measurement.step (calculation) where step <> 'taken-up';

create table measurement.report (
    calculation bigint not null references measurement.calculation (id),
    position integer not null,
    measure text not null,
    title text not null,
    patients bigint not null,
    -- Patients for whom a definition failed: they are in no count of the measure.
    failed bigint not null,
    -- Patients with values that could not be used and count as absent.
    noted bigint not null,
    -- The FHIR MeasureReport of type summary.
    content text not null,
    primary key (calculation, position)
);

create table measurement.report_group (
    calculation bigint not null,
    position integer not null,
    number integer not null check (number >= 1),
    group_id text not null,
    label text not null,
    scoring text not null,
    -- What is counted: boolean for patients, else a type of resource.
    basis text not null,
    numerator bigint,
    denominator bigint,
    score numeric,
    -- Why there is no score.
    words text not null,
    primary key (calculation, position, number),
    foreign key (calculation, position) references measurement.report (calculation, position),
    check (score is not null or words <> '')
);

-- What became of the indicators that are calculated by a measure of the calculation.
create table measurement.figure (
    calculation bigint not null references measurement.calculation (id),
    indicator text not null,
    position integer not null,
    number integer not null,
    -- The name of the figure that was published; null when none was, and then the words say why.
    figure text,
    words text not null,
    primary key (calculation, indicator),
    check (figure is not null or words <> '')
);
create index figure_published on measurement.figure (figure) where figure is not null;

do $$
declare
    name text;
begin
    foreach name in array array['calculation', 'calculation_measure', 'part', 'step', 'report', 'report_group', 'figure']
    loop
        execute format('create trigger keep_every_row before update or delete on measurement.%I
            for each row execute function public.keep_every_row()', name);
        execute format('create trigger keep_every_row_at_once before truncate on measurement.%I
            for each statement execute function public.keep_every_row()', name);
    end loop;
end $$;
