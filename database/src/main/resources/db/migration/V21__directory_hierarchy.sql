-- The hierarchy as it can be read for any day. These two tables follow from directory.relationship and can be computed
-- again from it at any time; they hold no fact of their own.

-- Which relationships prevail: of the statements about one organisation that hold on a day, those that start latest.
-- Membership of a network is beside the hierarchy and prevails for itself.
create table directory.prevailing (
    child text not null,
    parent text not null,
    kind text not null,
    valid_from date not null,
    valid_to date not null,
    primary key (child, parent, kind, valid_from, valid_to)
);
create index prevailing_parent on directory.prevailing (parent);

-- Everything above an organisation, at any distance.
create table directory.membership (
    organisation text not null,
    ancestor text not null,
    valid_from date not null,
    valid_to date not null,
    primary key (organisation, ancestor, valid_from, valid_to)
);
create index membership_ancestor on directory.membership (ancestor, valid_from, valid_to);

-- The planner knows nothing of the sizes of the sets inside; without nested loops its plan is good for one organisation
-- and for all of them.
create function directory.refresh_prevailing(changed text[]) returns void
language sql set enable_nestloop = off set work_mem = '64MB' as $$
    with statement as (
        select child, parent, kind, kind = 'NETWORK' as network, valid_from, valid_to
        from directory.relationship
        where superseded_at is null and child in (select unnest(changed))
    ), turn as (
        select child, network, valid_from as day from statement
        union
        select child, network, valid_to + 1 from statement where valid_to < '9999-12-31'
    ), stretch as (
        select child, network, day as first,
            coalesce(lead(day) over (partition by child, network order by day) - 1, '9999-12-31'::date) as last
        from turn
    ), holding as (
        select statement.child, parent, kind, first, last, valid_from,
            max(valid_from) over (partition by statement.child, statement.network, first) as latest
        from stretch
        join statement on statement.child = stretch.child and statement.network = stretch.network
            and valid_from <= first and valid_to >= last
    ), fresh as (
        select child, parent, kind, lower(days) as valid_from, upper(days) - 1 as valid_to
        from (
            select child, parent, kind, unnest(range_agg(daterange(first, last, '[]'))) as days
            from holding
            where valid_from = latest
            group by child, parent, kind
        ) merged
    ), gone as (
        delete from directory.prevailing old
        where child in (select unnest(changed))
            and not exists (select from fresh
                where fresh.child = old.child and fresh.parent = old.parent and fresh.kind = old.kind
                    and fresh.valid_from = old.valid_from and fresh.valid_to = old.valid_to)
    )
    insert into directory.prevailing
    select child, parent, kind, valid_from, valid_to from fresh
    on conflict do nothing
$$;

-- A network's own place is not handed on to its members, whose place is their own.
create function directory.refresh_ancestors(affected text[]) returns void
language sql set enable_nestloop = off set work_mem = '64MB' as $$
    with recursive up as (
        select child as organisation, parent as ancestor, valid_from as first, valid_to as last,
            kind = 'NETWORK' as network
        from directory.prevailing
        where child in (select unnest(affected))
        union
        select up.organisation, next.parent, greatest(first, next.valid_from), least(last, next.valid_to),
            next.kind = 'NETWORK'
        from up
        join directory.prevailing next on next.child = up.ancestor
            and next.valid_from <= last and next.valid_to >= first
        where not up.network
    ), fresh as (
        select organisation, ancestor, lower(days) as valid_from, upper(days) - 1 as valid_to
        from (
            select organisation, ancestor, unnest(range_agg(daterange(first, last, '[]'))) as days
            from up
            group by organisation, ancestor
        ) merged
    ), gone as (
        delete from directory.membership old
        where organisation in (select unnest(affected))
            and not exists (select from fresh
                where fresh.organisation = old.organisation and fresh.ancestor = old.ancestor
                    and fresh.valid_from = old.valid_from and fresh.valid_to = old.valid_to)
    )
    insert into directory.membership
    select organisation, ancestor, valid_from, valid_to from fresh
    on conflict do nothing
$$;

-- Computes the hierarchy again where the relationships of these organisations decide it.
create function directory.refresh_hierarchy(changed text[]) returns void
language plpgsql as $$
begin
    perform directory.refresh_prevailing(changed);
    perform directory.refresh_ancestors(array(
        select unnest(changed)
        union
        select organisation from directory.membership where ancestor in (select unnest(changed))));
end
$$;

-- For roll-ups: every organisation with everything above it on a day, and the level of what is above.
create function directory.membership_at(day date)
returns table (organisation text, ancestor text, level text)
language sql stable as $$
    select membership.organisation, membership.ancestor, organisation_type.level
    from directory.membership
    join directory.organisation_record record
        on record.code = membership.ancestor and record.superseded_at is null
    join directory.organisation_type on organisation_type.code = record.type
    where day between membership.valid_from and membership.valid_to
$$;
