-- Without a condition of its own the search index may be joined with another one (words of a manager's departments):
-- PostgreSQL takes two partial indexes with the same condition for redundant and never ANDs them. The new ones are
-- built beside the old, so that reading goes on.
create index customer_search_whole on customer using gin (search) with (gin_pending_list_limit = 4096);
create index contact_search_whole on contact using gin (search) with (gin_pending_list_limit = 4096);

-- With two hundred owners the usual hundred most common values leave the planner without an idea of the small ones.
alter table customer alter owner_id set statistics 1000;
alter table contact alter owner_id set statistics 1000;
analyze customer (owner_id);
analyze contact (owner_id);

drop index customer_search;
drop index contact_search;
alter index customer_search_whole rename to customer_search;
alter index contact_search_whole rename to contact_search;
