-- What of people and their records the database shows to a piece of work: nothing, unless the policy opened the record
-- or the row is about the caller's own account, team or organisation. The functions below read as the owner of the
-- tables, each for one narrow question.

create function persons.shows(person uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select access.is_system() or access.sees_person(person) or exists (
            select 1 from persons.merge m
            where m.merged = shows.person and access.sees_person(m.survivor)
              and not exists (select 1 from persons.merge_undone u where u.merge = m.id));
    end;

create function persons.is_in_team(team uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from persons.team_member m where m.team = is_in_team.team and access.is_account(m.username));
    end;

create function persons.runs_team(team uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (select 1 from persons.team t where t.id = runs_team.team and access.acts_for(t.organisation));
    end;

create function persons.is_carer(delegation uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from persons.delegation d where d.id = is_carer.delegation and access.is_account(d.carer));
    end;

create function persons.shows_delegation(delegation uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from persons.delegation d where d.id = shows_delegation.delegation and persons.shows(d.person));
    end;

create function persons.reviews(organisation text) returns boolean language sql stable parallel safe
    return access.holds('PRIVACY_OFFICER', organisation) or access.holds('PRIVACY_OFFICER', 'ENG');

create function persons.reviews_glass(glass uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from persons.broken_glass g
            where g.id = reviews_glass.glass and persons.reviews(g.organisation));
    end;

create function persons.shows_glass(glass uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from persons.broken_glass g
            where g.id = shows_glass.glass and (persons.shows(g.person) or access.is_account(g.username)));
    end;

do
$$
declare
    named text;
begin
    -- Rows about one person.
    foreach named in array array['details', 'nhs_number', 'source_name', 'item', 'item_version', 'hiding', 'full_lock']
    loop
        execute format('alter table persons.%I enable row level security', named);
        execute format('create policy shown on persons.%I using ((select access.is_system()) or persons.shows(person))',
                       named);
    end loop;
end
$$;

alter table persons.person enable row level security;
create policy shown on persons.person using ((select access.is_system()) or persons.shows(id));

alter table persons.account_link enable row level security;
create policy shown on persons.account_link
    using ((select access.is_system()) or access.is_account(username) or persons.shows(person))
    with check ((select access.is_system()));

-- Whoever joins two records has both open.
alter table persons.merge enable row level security;
create policy shown on persons.merge
    using ((select access.is_system()) or persons.shows(merged) or persons.shows(survivor))
    with check ((select access.is_system()) or (persons.shows(merged) and persons.shows(survivor)));
alter table persons.merge_undone enable row level security;
create policy shown on persons.merge_undone
    using ((select access.is_system()) or exists (select 1 from persons.merge m where m.id = merge));

alter table persons.team enable row level security;
create policy shown on persons.team
    using ((select access.is_system()) or access.acts_for(organisation) or persons.is_in_team(id));
alter table persons.team_member enable row level security;
create policy shown on persons.team_member
    using ((select access.is_system()) or access.is_account(username) or persons.runs_team(team))
    with check ((select access.is_system()) or persons.runs_team(team));
alter table persons.team_member_end enable row level security;
create policy shown on persons.team_member_end
    using ((select access.is_system()) or exists (select 1 from persons.team_member m where m.id = member));
alter table persons.under_care enable row level security;
create policy shown on persons.under_care
    using ((select access.is_system()) or persons.shows(person) or persons.is_in_team(team))
    with check ((select access.is_system()) or persons.runs_team(team));
alter table persons.under_care_end enable row level security;
create policy shown on persons.under_care_end
    using ((select access.is_system()) or exists (select 1 from persons.under_care c where c.id = under_care));

-- A carer may ask, accept and give up; only the person gives.
alter table persons.delegation enable row level security;
create policy shown on persons.delegation
    using ((select access.is_system()) or access.is_account(carer) or persons.shows(person))
    with check ((select access.is_system()) or persons.shows(person)
        or (access.is_account(carer) and asked_by = 'carer'));
alter table persons.delegation_step enable row level security;
create policy shown on persons.delegation_step
    using ((select access.is_system()) or persons.is_carer(delegation) or persons.shows_delegation(delegation))
    with check ((select access.is_system())
        or (persons.shows_delegation(delegation) and not persons.is_carer(delegation))
        or (persons.is_carer(delegation) and step in ('asked', 'accepted', 'declined', 'revoked')));

alter table persons.broken_glass enable row level security;
create policy shown on persons.broken_glass
    using ((select access.is_system()) or persons.shows(person) or access.is_account(username)
        or persons.reviews(organisation))
    with check ((select access.is_system()) or (access.is_account(username) and access.holds('CLINICIAN', organisation)));
alter table persons.glass_review enable row level security;
create policy shown on persons.glass_review
    using ((select access.is_system()) or persons.shows_glass(broken_glass) or persons.reviews_glass(broken_glass))
    with check ((select access.is_system())
        or (access.is_account(username) and persons.reviews_glass(broken_glass)));
