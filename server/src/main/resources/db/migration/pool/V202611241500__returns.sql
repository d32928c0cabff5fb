-- 回落: customers that nobody follows return to a pool. docs/decisions/0029-returns.md.
-- The rule of a pool; null where nothing returns. Form and meaning: io.chaoxi.pool.ReturnRule.
alter table pool add return_rule jsonb;

alter table customer
    add owned_at timestamptz,
    -- From when the term counts though nothing was done since: a new owner, the end of a lock, the way back from the bin.
    add return_from timestamptz,
    add return_at timestamptz,
    -- When the owner is to be warned of it; empty once he is.
    add warn_at timestamptz,
    -- Of which return_at the owner was warned.
    add warned_for timestamptz,
    add return_locked boolean not null default false,
    add lock_reason text,
    -- Kind of touch → milliseconds of the last one.
    add touch_kinds jsonb not null default '{}',
    add constraint customer_returns_from_owner check (return_at is null or owner_id is not null);
create index customer_return on customer (tenant_id, return_at, id) where deleted_at is null and return_at is not null;
create index customer_warn on customer (tenant_id, warn_at, id) where deleted_at is null and warn_at is not null;
create index customer_owner_return on customer (tenant_id, owner_id, return_at, id)
    where deleted_at is null and return_at is not null;

-- What the run brought to people that they are yet to be told, added up over its pieces.
create table return_told (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    what text not null check (what in ('warned', 'returned', 'received')),
    records integer not null,
    record_id uuid not null,
    first_at timestamptz,
    last_at timestamptz,
    primary key (tenant_id, person_id, what),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
comment on column return_told.record_id is 'keeps to its record';
call tenant_wall('return_told');
