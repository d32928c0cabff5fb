-- Firms that are there already get their default pool, and in it all customers without an owner. Only who sees the whole
-- firm saw these, so it is open to nobody else until an administrator says so. Each firm behind its wall.
do $$
declare
    firm record;
    first_pool uuid;
begin
    for firm in select id, locale from tenant loop
        perform set_config('app.tenant', firm.id::text, true);
        first_pool := (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid;
        insert into pool (tenant_id, id, created_at, created_by, changed_at, changed_by, standard, name, name_key,
            shown_fields)
        values (firm.id, first_pool, now(), '00000000-0000-0000-0000-000000000000', now(), '00000000-0000-0000-0000-000000000000',
            true, case firm.locale when 'en' then 'Pool' else '公海' end,
            case firm.locale when 'en' then 'pool' else 'gong hai' end,
            '{industry,region,relation,importance,grade,source}');
        update customer set pool_id = first_pool, pooled_at = changed_at where owner_id is null;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
