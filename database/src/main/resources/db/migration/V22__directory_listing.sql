-- One row an organisation as it is known now, for search and lists. It follows from the statements and can be computed
-- again at any time.

-- Words for search: lower case, no apostrophes, everything else but letters and digits a space.
create function directory.searchable(words text) returns text
language sql immutable as $$
    select trim(regexp_replace(regexp_replace(lower(words), '[''’`]', '', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

create table directory.listing (
    code text primary key,
    name text not null,
    named boolean not null,
    type text not null,
    level text not null,
    status text not null,
    postcode text,
    opened date,
    closed date,
    words tsvector not null
);
create index listing_words on directory.listing using gin (words);
create index listing_type on directory.listing (type);
create index listing_name on directory.listing (lower(name), code);

-- The name that the latest statement gives on a day; where two start on one day, the one that was recorded last.
create function directory.name_at(organisation text, day date) returns text
language sql stable as $$
    select name
    from directory.organisation_name
    where code = organisation and superseded_at is null and valid_from <= day
    order by valid_from desc, id desc
    limit 1
$$;

create function directory.refresh_listing(changed text[], today date) returns void
language sql as $$
    insert into directory.listing
        (code, name, named, type, level, status, postcode, opened, closed, words)
    select record.code,
        coalesce(current.name, organisation_type.name || ' ' || record.code),
        current.name is not null,
        record.type, organisation_type.level, record.status, record.postcode, record.opened, record.closed,
        to_tsvector('simple', directory.searchable(concat_ws(' ', record.code, record.postcode,
            replace(record.postcode, ' ', ''), replace(record.address, e'\n', ' '),
            (select string_agg(name, ' ') from directory.organisation_name
                where code = record.code and superseded_at is null))))
    from (select distinct unnest(changed) as code) chosen
    join directory.organisation_record record on record.code = chosen.code and record.superseded_at is null
    join directory.organisation_type on organisation_type.code = record.type
    cross join lateral (select directory.name_at(record.code, today) as name) current
    on conflict (code) do update
    set name = excluded.name, named = excluded.named, type = excluded.type, level = excluded.level,
        status = excluded.status, postcode = excluded.postcode, opened = excluded.opened, closed = excluded.closed,
        words = excluded.words
    where (listing.name, listing.named, listing.type, listing.level, listing.status, listing.postcode,
            listing.opened, listing.closed, listing.words)
        is distinct from (excluded.name, excluded.named, excluded.type, excluded.level, excluded.status,
            excluded.postcode, excluded.opened, excluded.closed, excluded.words)
$$;
