-- 拜访: a visit of somebody to a customer, planned on a day, begun and ended on the spot. The owner is who goes. Where he
-- was stands in columns of its own that no list reads.
create table visit (
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
    goal text not null,
    customer_id uuid not null,
    contact_id uuid,
    manner text not null,
    planned_on date not null,
    from_time text,
    to_time text,
    starts_at timestamptz,
    late_from timestamptz not null,
    missed_from timestamptz not null,
    status text not null,
    checked_in_at timestamptz,
    late_by integer,
    checked_out_at timestamptz,
    result text,
    gift text,
    gift_cost numeric(19, 4),
    gift_cost_currency char(3),
    cancel_reason text,
    -- What the telephone called its request, so that one sent again is known however late.
    in_key text,
    out_key text,
    in_received_at timestamptz,
    out_received_at timestamptz,
    in_latitude numeric(8, 6),
    in_longitude numeric(9, 6),
    in_accuracy integer,
    out_latitude numeric(8, 6),
    out_longitude numeric(9, 6),
    out_accuracy integer,
    activity_id uuid,
    form_id uuid,
    form_version bigint,
    sample boolean not null default false,
    tags uuid[] not null default '{}',
    search text[] not null default '{}',
    custom jsonb not null default '{}',
    key_text1 text collate "C", key_text2 text collate "C", key_text3 text collate "C", key_text4 text collate "C",
    key_int1 bigint, key_int2 bigint, key_int3 bigint, key_int4 bigint,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete set null (contact_id),
    foreign key (tenant_id, activity_id) references activity (tenant_id, id) on delete set null (activity_id),
    constraint visit_begun check ((status in ('underWay', 'done')) <= (checked_in_at is not null)),
    constraint visit_planned check ((status = 'planned') <= (checked_in_at is null)),
    constraint visit_done check ((status = 'done') = (checked_out_at is not null)),
    constraint visit_order check (checked_out_at is null or checked_out_at >= checked_in_at),
    constraint visit_form check ((form_id is null) = (form_version is null)),
    constraint visit_in_place check ((in_latitude is null) = (in_longitude is null)
        and in_latitude between -90 and 90 and in_longitude between -180 and 180 and in_accuracy >= 0),
    constraint visit_out_place check ((out_latitude is null) = (out_longitude is null)
        and out_latitude between -90 and 90 and out_longitude between -180 and 180 and out_accuracy >= 0)
);
-- One touch for a visit, whoever ends it and how often.
create unique index visit_activity on visit (tenant_id, activity_id) where activity_id is not null;
create index visit_owner on visit (tenant_id, owner_id, id) where deleted_at is null;
create index visit_owner_day on visit (tenant_id, owner_id, status, planned_on, id) where deleted_at is null;
create index visit_owner_missed on visit (tenant_id, owner_id, status, missed_from, id) where deleted_at is null;
create index visit_owner_done on visit (tenant_id, owner_id, checked_in_at, id) where deleted_at is null and checked_in_at is not null;
create index visit_department on visit (tenant_id, owner_department_id, id) where deleted_at is null;
create index visit_department_day on visit (tenant_id, owner_department_id, planned_on, id) where deleted_at is null;
create index visit_day on visit (tenant_id, planned_on, id) where deleted_at is null;
create index visit_status on visit (tenant_id, status, planned_on, id) where deleted_at is null;
create index visit_done_at on visit (tenant_id, checked_in_at, id) where deleted_at is null and checked_in_at is not null;
create index visit_customer on visit (tenant_id, customer_id, planned_on);
create index visit_contact on visit (tenant_id, contact_id) where contact_id is not null;
create index visit_changed on visit (tenant_id, changed_at, id) where deleted_at is null;
create index visit_deleted on visit (tenant_id, changed_at, id) where deleted_at is not null;
create index visit_search on visit using gin (search);
create index visit_tags on visit using gin (tags) where deleted_at is null and tags <> '{}';
alter table visit alter search set statistics 400;
alter table visit alter owner_id set statistics 1000;
call tenant_wall('visit');

-- Whom somebody met there. Two of them may be merged into one, who then stands there twice and is told once.
create table visit_met (
    tenant_id bigint not null references tenant,
    id uuid not null,
    visit_id uuid not null,
    contact_id uuid not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, visit_id) references visit (tenant_id, id) on delete cascade,
    foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);
create index visit_met_visit on visit_met (tenant_id, visit_id);
create index visit_met_contact on visit_met (tenant_id, contact_id);
call tenant_wall('visit_met');
