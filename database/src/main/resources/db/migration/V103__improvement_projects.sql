-- What teams change in order to improve, and what came of it: plan, do, study, act. Rows are added and never changed; of each
-- step the newest row counts, and the older ones stay.
create schema improvement;

create table improvement.project
(
    id           uuid primary key,
    organisation text        not null check (organisation <> ''),
    opened_at    timestamptz not null,
    opened_by    text        not null
);
create index project_organisation on improvement.project (organisation);

-- What a project says of itself; the newest row counts.
create table improvement.description
(
    id            bigint generated always as identity primary key,
    project       uuid        not null references improvement.project,
    title         text        not null check (title <> ''),
    team          text        not null check (team <> ''),
    aim           text        not null check (aim <> ''),
    indicator     text        not null check (indicator <> ''),
    started_on    date        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    recorded_name text        not null
);
create index description_project on improvement.description (project, id desc);

-- One step of one cycle. What each step needs is checked where steps are types; the columns of the others stay empty.
create table improvement.step
(
    id            bigint generated always as identity primary key,
    project       uuid        not null references improvement.project,
    cycle         integer     not null check (cycle > 0),
    step          text        not null check (step in ('plan', 'do', 'study', 'act')),
    change        text check (change <> ''),
    prediction    text check (prediction <> ''),
    began         date,
    ended         date,
    result        text check (result <> ''),
    decision      text check (decision in ('adopt', 'adapt', 'abandon')),
    reason        text check (reason <> ''),
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    recorded_name text        not null,
    check (case step
        when 'plan' then change is not null and prediction is not null
        when 'do' then began is not null and ended >= began
        when 'study' then result is not null
        else decision is not null and reason is not null end)
);
create index step_project on improvement.step (project, cycle, id desc);

-- Whether everybody may read a project; the newest row counts.
create table improvement.sharing
(
    id            bigint generated always as identity primary key,
    project       uuid        not null references improvement.project,
    shared        boolean     not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null
);
create index sharing_project on improvement.sharing (project, id desc);

create function access.reads_improvement(organisation text) returns boolean language sql stable parallel safe
    return access.holds('QUALITY_LEAD', organisation) or access.holds('ACCOUNTABLE_OFFICER', organisation)
        or access.holds('CLINICIAN', organisation);
create function access.writes_improvement(organisation text) returns boolean language sql stable parallel safe
    return access.holds('QUALITY_LEAD', organisation) or access.holds('CLINICIAN', organisation);
create function access.is_shared_improvement(project uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select coalesce((
            select s.shared from improvement.sharing s
            where s.project = is_shared_improvement.project order by s.id desc limit 1), false);
    end;
create function access.writes_project(project uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from improvement.project p
            where p.id = writes_project.project and access.writes_improvement(p.organisation));
    end;

alter table improvement.project enable row level security;
create policy shown on improvement.project
    using ((select access.is_system()) or access.reads_improvement(organisation) or access.is_shared_improvement(id))
    with check ((select access.is_system()) or access.writes_improvement(organisation));
alter table improvement.description enable row level security;
create policy shown on improvement.description
    using ((select access.is_system()) or exists (select from improvement.project p where p.id = project))
    with check ((select access.is_system()) or access.writes_project(project));
alter table improvement.step enable row level security;
create policy shown on improvement.step
    using ((select access.is_system()) or exists (select from improvement.project p where p.id = project))
    with check ((select access.is_system()) or access.writes_project(project));
alter table improvement.sharing enable row level security;
create policy shown on improvement.sharing
    using ((select access.is_system()) or exists (select from improvement.project p where p.id = project))
    with check ((select access.is_system()) or exists (
        select from improvement.project p
        where p.id = project and access.holds('QUALITY_LEAD', p.organisation)));
