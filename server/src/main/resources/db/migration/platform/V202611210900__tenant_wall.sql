-- The second wall between firms: every tenant table passes through here, so that none is forgotten (a test lists them).
create procedure tenant_wall(tenant_table regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy tenant_wall on %s using (tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::bigint))',
        tenant_table);
end
$$;
