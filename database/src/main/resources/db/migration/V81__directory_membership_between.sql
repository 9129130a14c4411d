-- For roll-ups over many days: what was above an organisation on any day of a stretch, and on which days.
create function directory.membership_between(first date, last date)
returns table (organisation text, ancestor text, level text, valid_from date, valid_to date)
language sql stable as $$
    select membership.organisation, membership.ancestor, organisation_type.level,
        membership.valid_from, membership.valid_to
    from directory.membership
    join directory.organisation_record record
        on record.code = membership.ancestor and record.superseded_at is null
    join directory.organisation_type on organisation_type.code = record.type
    where membership.valid_from <= last and membership.valid_to >= first
$$;
