-- Without a condition of its own the search index may be joined with another one (words of a manager's departments):
-- PostgreSQL takes two partial indexes with the same condition for redundant and never ANDs them.
drop index customer_search;
create index customer_search on customer using gin (search) with (gin_pending_list_limit = 4096);
drop index contact_search;
create index contact_search on contact using gin (search) with (gin_pending_list_limit = 4096);

-- With two hundred owners the usual hundred most common values leave the planner without an idea of the small ones.
alter table customer alter owner_id set statistics 1000;
alter table contact alter owner_id set statistics 1000;
