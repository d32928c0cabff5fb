alter table customer add constraint customer_owned_or_pooled check ((owner_id is null) = (pool_id is not null));
create index customer_pool on customer (tenant_id, pool_id, id) where deleted_at is null and pool_id is not null;
create index customer_pooled on customer (tenant_id, pool_id, pooled_at, id) where deleted_at is null and pool_id is not null;
