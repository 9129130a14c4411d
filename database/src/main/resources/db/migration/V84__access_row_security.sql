-- What the database shows to a piece of work. The application's connections carry the caller as settings; the policies
-- below read them, so that a query that forgets to ask whose rows it reads finds none. ADR 0085 has the reasons.
create schema access;

do $$
begin
    -- The application works without the rights of the owner, whom row-level security would not hold back.
    if not exists (select 1 from pg_roles where rolname = 'silkthread_application') then
        create role silkthread_application nologin noinherit;
    end if;
    if not pg_has_role(current_user, 'silkthread_application', 'member') then
        execute format('grant silkthread_application to %I', current_user);
    end if;
end $$;

create function access.is_system() returns boolean language sql stable parallel safe
    return coalesce(current_setting('silkthread.scope', true), '') = 'system';

create function access.is_account(username text) returns boolean language sql stable parallel safe
    return username <> '' and username = current_setting('silkthread.username', true);

-- Posts are ROLE@ORGANISATION, one a line.
create function access.holds(role text, organisation text) returns boolean language sql stable parallel safe
    return (role || '@' || organisation) = any (string_to_array(current_setting('silkthread.posts', true), E'\n'));

create function access.holds_anywhere(role text) returns boolean language sql stable parallel safe
    return exists (
        select 1 from unnest(string_to_array(current_setting('silkthread.posts', true), E'\n')) as post
        where starts_with(post, role || '@'));

create function access.acts_for(organisation text) returns boolean language sql stable parallel safe
    return exists (
        select 1 from unnest(string_to_array(current_setting('silkthread.posts', true), E'\n')) as post
        where split_part(post, '@', 2) = organisation);

create function access.sees_person(person text) returns boolean language sql stable parallel safe
    return person = any (string_to_array(current_setting('silkthread.persons', true), E'\n'));
create function access.sees_person(person uuid) returns boolean language sql stable parallel safe
    return access.sees_person(person::text);

-- Publications: the owner's people see drafts, everybody sees what has been published.
create function access.is_published(publication text) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from publication.step s where s.publication = is_published.publication and s.step = 'publish');
    end;
create function access.owns_publication(publication text) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from publication.item i
            where i.code = owns_publication.publication and access.acts_for(i.owner));
    end;
alter table publication.item enable row level security;
create policy shown on publication.item
    using ((select access.is_system()) or access.acts_for(owner) or access.is_published(code))
    with check ((select access.is_system()) or access.acts_for(owner));
alter table publication.step enable row level security;
create policy shown on publication.step
    using ((select access.is_system()) or access.owns_publication(publication) or access.is_published(publication))
    with check ((select access.is_system()) or access.owns_publication(publication));

-- Contracts: the two parties.
create function access.is_party(contract text) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from payment.contract c
            where c.id = is_party.contract and (access.acts_for(c.commissioner) or access.acts_for(c.provider)));
    end;
alter table payment.contract enable row level security;
create policy shown on payment.contract
    using ((select access.is_system()) or access.acts_for(commissioner) or access.acts_for(provider));
alter table payment.contract_goal enable row level security;
create policy shown on payment.contract_goal using ((select access.is_system()) or access.is_party(contract_id));
alter table payment.statement enable row level security;
create policy shown on payment.statement using ((select access.is_system()) or access.is_party(contract_id));
alter table payment.statement_line enable row level security;
create policy shown on payment.statement_line using ((select access.is_system()) or access.is_party(contract_id));
alter table payment.agreement enable row level security;
create policy shown on payment.agreement using ((select access.is_system()) or access.is_party(contract_id));
alter table payment.dispute enable row level security;
create policy shown on payment.dispute using ((select access.is_system()) or access.is_party(contract_id));
create function access.is_party_of_dispute(dispute bigint) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from payment.dispute d where d.id = is_party_of_dispute.dispute and access.is_party(d.contract_id));
    end;
alter table payment.dispute_answer enable row level security;
create policy shown on payment.dispute_answer
    using ((select access.is_system()) or access.is_party_of_dispute(dispute_id));

-- Verdicts: the regulator's people see all of them, everybody sees what a second person has confirmed.
create function access.is_confirmed(validation uuid) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from regulation.decision d
            where d.validation = is_confirmed.validation and d.decision = 'confirm');
    end;
alter table regulation.validation enable row level security;
create policy shown on regulation.validation
    using ((select access.is_system()) or (select access.holds_anywhere('REGULATOR')) or access.is_confirmed(id))
    with check ((select access.is_system()) or access.holds('REGULATOR', person_organisation));
alter table regulation.decision enable row level security;
create policy shown on regulation.decision
    using ((select access.is_system()) or (select access.holds_anywhere('REGULATOR')) or decision = 'confirm')
    with check ((select access.is_system()) or access.holds('REGULATOR', person_organisation));

-- Calculations: exact counts for the national team, and for analysts of the organisation or of the country.
create function access.reads_counts_of(organisation text) returns boolean language sql stable parallel safe
    return access.holds_anywhere('NATIONAL') or access.holds('ANALYST', 'ENG') or access.holds('ANALYST', organisation);
create function access.reads_calculation(calculation bigint) returns boolean language sql stable security definer
    set search_path = pg_catalog
    begin atomic
        select exists (
            select 1 from measurement.calculation c
            where c.id = reads_calculation.calculation and access.reads_counts_of(c.organisation));
    end;
alter table measurement.calculation enable row level security;
create policy shown on measurement.calculation
    using ((select access.is_system()) or access.reads_counts_of(organisation));
alter table measurement.calculation_measure enable row level security;
create policy shown on measurement.calculation_measure
    using ((select access.is_system()) or access.reads_calculation(calculation));
alter table measurement.part enable row level security;
create policy shown on measurement.part using ((select access.is_system()) or access.reads_calculation(calculation));
alter table measurement.step enable row level security;
create policy shown on measurement.step using ((select access.is_system()) or access.reads_calculation(calculation));
alter table measurement.report enable row level security;
create policy shown on measurement.report using ((select access.is_system()) or access.reads_calculation(calculation));
alter table measurement.report_group enable row level security;
create policy shown on measurement.report_group
    using ((select access.is_system()) or access.reads_calculation(calculation));
