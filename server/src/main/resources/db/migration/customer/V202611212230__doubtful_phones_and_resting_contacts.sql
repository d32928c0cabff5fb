alter table customer add column phone_doubtful boolean not null default false;
create index customer_phone_doubtful on customer (tenant_id, id) where deleted_at is null and phone_doubtful;

-- In the recycle bin because its customer is there: it comes back with the customer.
alter table contact add column rests_with_customer boolean not null default false;
