-- How long people are kept without anything being written about them; without a line for ever. by_id switched it on, and
-- what it erases by itself is erased in his name.
create table retention_rule (
    tenant_id bigint primary key references tenant,
    version bigint not null,
    months int,
    binned_only boolean not null,
    active boolean not null,
    by_id uuid not null,
    since timestamptz not null,
    ran_at timestamptz
);

-- Why somebody must not be erased, by the rule or by hand.
create table retention_hold (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    reason text not null,
    at timestamptz not null,
    by_id uuid not null,
    primary key (tenant_id, id)
);
create index retention_hold_record on retention_hold (tenant_id, object, record_id);
comment on column retention_hold.record_id is 'follows merges';

call tenant_wall('retention_rule');
call tenant_wall('retention_hold');
