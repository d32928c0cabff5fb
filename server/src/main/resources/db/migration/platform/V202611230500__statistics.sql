-- A firm that the planner has never heard of looks empty to it: any index that begins with the firm seems as good as the
-- key. The role of requests may therefore have the firms of a table counted anew after it has written much.
create function count_firms(tenant_table text) returns void language plpgsql security definer
    set search_path = pg_catalog, public as $$
begin
    execute format('analyze %I (tenant_id)', tenant_table);
end
$$;
