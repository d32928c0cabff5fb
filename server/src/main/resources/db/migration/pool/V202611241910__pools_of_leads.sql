-- 线索池: leads wait in pools and return to them as customers do. docs/decisions/0034-lead-pools.md. What the columns mean
-- stands at those of customers.
alter table lead
    add pool_id uuid,
    add pooled_at timestamptz,
    add former_owner_id uuid,
    add pool_reason text,
    add pool_chosen boolean not null default false,
    add claimed_from_id uuid,
    add owned_at timestamptz,
    add return_from timestamptz,
    add return_at timestamptz,
    add warn_at timestamptz,
    add warned_for timestamptz,
    add return_locked boolean not null default false,
    add lock_reason text,
    add touch_kinds jsonb not null default '{}',
    add foreign key (tenant_id, pool_id) references pool (tenant_id, id),
    add foreign key (tenant_id, former_owner_id) references person (tenant_id, id);

-- Of which object the records are that a person is to be told of.
alter table return_told add object text not null default 'customer';
alter table return_told drop constraint return_told_pkey;
alter table return_told add primary key (tenant_id, person_id, object, what);
