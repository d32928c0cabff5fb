-- The access log is written and never changed: the application's role can only add and read, and nobody else takes a line
-- away before it is 180 days old (网络安全法) or alters one at all, unless a superuser switches triggers off. That is what
-- the seals are for: each covers the lines since the one before, and its digest that of the one before.
create table access_seal (
    tenant_id bigint not null references tenant,
    number bigint not null,
    last_id uuid not null,
    rows int not null,
    digest bytea not null,
    at timestamptz not null,
    primary key (tenant_id, number)
);
call tenant_wall('access_seal');

-- Where one account is both, it has to load backups; the trigger holds for it too.
do $$ begin
    if current_user <> '${app}' then
        revoke update, delete, truncate on access_log, access_seal from ${app};
    end if;
end $$;

create function access_log_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and old.at < now() - interval '180 days' then
        return old;
    end if;
    raise exception 'lines of % stay as they are', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger stays before update or delete on access_log for each row execute function access_log_stays();
create trigger stays before update or delete on access_seal for each row execute function access_log_stays();
