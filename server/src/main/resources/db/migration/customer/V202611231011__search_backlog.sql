-- How much waits to be sorted into a search index is now a matter of the transaction (four megabytes, PostgreSQL's own
-- default, as before): one that writes thousands of rows while somebody waits leaves more, and has it taken up afterwards.
alter index customer_search reset (gin_pending_list_limit);
alter index contact_search reset (gin_pending_list_limit);

create function take_up_search(tenant_table text) returns void language plpgsql security definer
    set search_path = pg_catalog, public as $$
begin
    perform gin_clean_pending_list(format('%I', tenant_table || '_search')::regclass);
end
$$;
