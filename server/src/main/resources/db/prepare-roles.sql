-- 由超级用户执行一次（整个服务器）/ run once by a superuser, for the whole server.
-- ${owner} owns the schema and migrates it; ${app} owns nothing and cannot pass row-level security.
do $$
begin
    if not exists (select from pg_roles where rolname = '${owner}') then
        create role ${owner} login;
    end if;
    if not exists (select from pg_roles where rolname = '${app}') then
        create role ${app} login;
    end if;
end $$;
alter role ${owner} nosuperuser nobypassrls nocreatedb nocreaterole;
alter role ${app} nosuperuser nobypassrls nocreatedb nocreaterole;
