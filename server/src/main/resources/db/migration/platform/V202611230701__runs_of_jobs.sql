-- Each run of a job has a number; a run before the newest, on a node that hung, may do nothing more.
alter table job add column run integer not null default 0;

-- Ends the connections of others that hold the advisory lock, and says how many there were.
create function end_holders(lock bigint) returns bigint
    language sql
    return (
        select count(pg_terminate_backend(pid))
        from pg_locks
        where locktype = 'advisory'
            and objsubid = 1
            and pid <> pg_backend_pid()
            and database = (select oid from pg_database where datname = current_database())
            and (classid::bigint << 32 | objid::bigint) = lock
    );
