-- Events between rooms are kept here until every listener has handled them, so that none is lost in a crash.
create table public.event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamp with time zone not null,
    completion_date timestamp with time zone,
    status text,
    completion_attempts int,
    last_resubmission_date timestamp with time zone
);
create index event_publication_serialized_event on public.event_publication using hash (serialized_event);
create index event_publication_completion_date on public.event_publication (completion_date);
