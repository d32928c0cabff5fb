-- A lead at its end is in no pool and returns to none.
alter table lead
    add constraint lead_owned_or_pooled check
        ((owner_id is null and status not in ('converted', 'invalid')) = (pool_id is not null)),
    add constraint lead_returns_from_owner check
        (return_at is null or (owner_id is not null and status not in ('converted', 'invalid')));
create index lead_pool on lead (tenant_id, pool_id, id) where deleted_at is null and pool_id is not null;
create index lead_pooled on lead (tenant_id, pool_id, pooled_at, id) where deleted_at is null and pool_id is not null;
create index lead_return on lead (tenant_id, return_at, id) where deleted_at is null and return_at is not null;
create index lead_warn on lead (tenant_id, warn_at, id) where deleted_at is null and warn_at is not null;
create index lead_owner_return on lead (tenant_id, owner_id, return_at, id)
    where deleted_at is null and return_at is not null;
