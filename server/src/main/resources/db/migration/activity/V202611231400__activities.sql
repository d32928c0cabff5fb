-- 行动记录: what was done with a customer, when and by which means. The owner is who did it, not whose customer it is.
create table activity (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    deleted_at timestamptz,
    owner_id uuid,
    owner_department_id uuid,
    customer_id uuid not null,
    contact_id uuid,
    title text not null,
    kind text not null,
    at timestamptz(3) not null,
    minutes integer,
    outcome text,
    content text,
    next_follow_up date,
    sample boolean not null default false,
    tags uuid[] not null default '{}',
    search text[] not null default '{}',
    custom jsonb not null default '{}',
    key_text1 text collate "C", key_text2 text collate "C", key_text3 text collate "C", key_text4 text collate "C",
    key_int1 bigint, key_int2 bigint, key_int3 bigint, key_int4 bigint,
    primary key (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id)
);
create index activity_customer on activity (tenant_id, customer_id, at, id);
create index activity_contact on activity (tenant_id, contact_id) where contact_id is not null;
create index activity_department on activity (tenant_id, owner_department_id, at, id) where deleted_at is null;
create index activity_owner on activity (tenant_id, owner_id, at, id) where deleted_at is null;
create index activity_at on activity (tenant_id, at, id) where deleted_at is null;
create index activity_changed on activity (tenant_id, changed_at, id) where deleted_at is null;
create index activity_deleted on activity (tenant_id, changed_at, id) where deleted_at is not null;
create index activity_search on activity using gin (search) with (gin_pending_list_limit = 4096);
create index activity_tags on activity using gin (tags) where deleted_at is null and tags <> '{}';
alter table activity alter search set statistics 400;
alter table activity alter owner_id set statistics 1000;
call tenant_wall('activity');

-- What the touches of a customer amount to, and when it is to be followed up next.
alter table customer
    add last_touch_at timestamptz(3),
    add touches integer not null default 0,
    add next_follow_up date;
create index customer_next on customer (tenant_id, owner_id, next_follow_up) where deleted_at is null and next_follow_up is not null;
