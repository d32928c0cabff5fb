-- Whom owners have not dealt with for long, and how many they have in hand, is counted for whole teams out of the index
-- alone: by managers within their departments too.
drop index customer_touched;
create index customer_touched on customer (tenant_id, owner_id, last_touch_at) include (created_at, owner_department_id)
    where deleted_at is null;
