-- Firms that are there already get their default pool of leads, and in it all open leads without an owner. Only who sees
-- the whole firm saw these, so it is open to nobody else until an administrator says so. What was done with a lead counts
-- by its kind from now on. Each firm behind its wall.
do $$
declare
    firm record;
    first_pool uuid;
begin
    for firm in select id, locale from tenant loop
        perform set_config('app.tenant', firm.id::text, true);
        first_pool := (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
            || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid;
        insert into pool (tenant_id, id, created_at, created_by, changed_at, changed_by, object, standard, name, name_key,
            shown_fields)
        values (firm.id, first_pool, now(), '00000000-0000-0000-0000-000000000000', now(), '00000000-0000-0000-0000-000000000000',
            'lead', true, case firm.locale when 'en' then 'Lead pool' else '线索池' end,
            case firm.locale when 'en' then 'lead pool' else 'xian suo chi' end,
            '{industry,region,source,campaign,inquirer,score}');
        update lead set pool_id = first_pool, pooled_at = changed_at
        where owner_id is null and status not in ('converted', 'invalid');
        update lead set touch_kinds = done.kinds
        from (
            select lead_id, jsonb_object_agg(kind, last) as kinds
            from (
                select lead_id, kind, (extract(epoch from max(at)) * 1000)::bigint as last
                from activity
                where lead_id is not null and deleted_at is null
                group by lead_id, kind
            ) of_kind
            group by lead_id
        ) done
        where done.lead_id = lead.id;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
