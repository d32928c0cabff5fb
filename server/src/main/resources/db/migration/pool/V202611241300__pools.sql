-- Where records without an owner are, each in exactly one pool: docs/decisions/0025-pools-and-returns.md.
create table pool (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    deleted_at timestamptz,
    object text not null default 'customer',
    -- Takes whatever meets no condition; each firm has one for each object, for good.
    standard boolean not null default false,
    name text not null,
    name_key text collate "C" not null,
    condition text,
    position integer,
    everyone boolean not null default false,
    claims_per_day integer,
    held_most integer,
    cool_off_days integer,
    closed_hours integer,
    shown_fields text[] not null default '{}',
    -- Id of a grade → how many customers of it one may hold.
    grade_limits jsonb not null default '{}',
    search text[] not null default '{}',
    primary key (tenant_id, id),
    check (not standard or (deleted_at is null and condition is null))
);
create unique index pool_standard on pool (tenant_id, object) where standard;
create index pool_name on pool (tenant_id, name_key, id) where deleted_at is null;
create index pool_changed on pool (tenant_id, changed_at, id) where deleted_at is null;
create index pool_search on pool using gin (search);
call tenant_wall('pool');

create table pool_member (
    tenant_id bigint not null references tenant,
    pool_id uuid not null,
    member text not null check (member in ('person', 'department', 'role')),
    member_id uuid not null,
    primary key (tenant_id, pool_id, member, member_id),
    foreign key (tenant_id, pool_id) references pool (tenant_id, id) on delete cascade
);
create index pool_member_member on pool_member (tenant_id, member_id);
call tenant_wall('pool_member');

-- How many a person claimed from a pool on a day of the firm.
create table claim_day (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    pool_id uuid not null,
    day date not null,
    claims integer not null,
    primary key (tenant_id, person_id, pool_id, day),
    foreign key (tenant_id, person_id) references person (tenant_id, id),
    foreign key (tenant_id, pool_id) references pool (tenant_id, id) on delete cascade
);
create index claim_day_day on claim_day (tenant_id, day);
call tenant_wall('claim_day');

alter table customer
    add pool_id uuid,
    add pooled_at timestamptz,
    add former_owner_id uuid,
    add pool_reason text,
    -- A person put it there, so it stays there whatever the pools' conditions say, until it gets an owner.
    add pool_chosen boolean not null default false,
    -- The pool out of which its owner got it.
    add claimed_from_id uuid,
    add foreign key (tenant_id, pool_id) references pool (tenant_id, id),
    add foreign key (tenant_id, former_owner_id) references person (tenant_id, id);
