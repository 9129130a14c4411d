-- The application may read and write every table of ours, so far as row-level security lets it, and change none.
do $$
declare
    each_schema name;
begin
    for each_schema in
        select nspname from pg_namespace
        where nspname !~ '^pg_' and nspname <> 'information_schema' and nspowner = current_user::regrole
    loop
        execute format('grant usage on schema %I to silkthread_application', each_schema);
        execute format('grant select, insert, update, delete, truncate, references, trigger on all tables in schema %I'
            || ' to silkthread_application', each_schema);
        execute format('grant usage, select on all sequences in schema %I to silkthread_application', each_schema);
    end loop;
    grant usage on schema public to silkthread_application;
    grant select, insert, update, delete on all tables in schema public to silkthread_application;
end $$;
