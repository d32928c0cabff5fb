-- Since when a customer is its owner's without anybody having dealt with it; empty once somebody did. Those that are there
-- already count as not new.
alter table customer add untouched_since timestamptz;
create index customer_untouched on customer (tenant_id, owner_id, untouched_since)
    where deleted_at is null and untouched_since is not null;
-- Whom an owner has not dealt with for long; every touch writes the row anyway.
create index customer_touched on customer (tenant_id, owner_id, last_touch_at) where deleted_at is null;
-- What of a lead's owner is still open.
create index lead_owner_status on lead (tenant_id, owner_id, status, created_at) where deleted_at is null;
