-- 任务: what somebody is to do by some day, about a customer, one of its people or a lead, or about nothing. The owner is
-- who does it. Repeating ones are a series: each makes the next one when it is finished.
create table task (
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
    assigned_by_id uuid,
    subject text not null,
    kind text,
    priority text not null,
    customer_id uuid,
    contact_id uuid,
    lead_id uuid,
    due_on date not null,
    due_time text,
    due_at timestamptz not null,
    goal text,
    remind_before integer,
    remind_at timestamptz,
    repeat_unit text,
    repeat_every integer,
    repeat_from date,
    repeat_until date,
    workdays_only boolean not null default false,
    series_id uuid,
    series_number integer,
    planned_on date,
    status text not null,
    done_at timestamptz,
    done_by_id uuid,
    result text,
    cancel_reason text,
    sample boolean not null default false,
    tags uuid[] not null default '{}',
    search text[] not null default '{}',
    custom jsonb not null default '{}',
    key_text1 text collate "C", key_text2 text collate "C", key_text3 text collate "C", key_text4 text collate "C",
    key_int1 bigint, key_int2 bigint, key_int3 bigint, key_int4 bigint,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id),
    foreign key (tenant_id, assigned_by_id) references person (tenant_id, id),
    foreign key (tenant_id, done_by_id) references person (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete set null (lead_id),
    constraint task_one_end check (lead_id is null or customer_id is null),
    constraint task_done check ((status = 'done') = (done_at is not null)),
    constraint task_series check ((series_id is null) = (series_number is null)),
    constraint task_reminder check (remind_at is null or status = 'open')
);
-- One of a series comes after another, whoever finishes it and how often.
create unique index task_number on task (tenant_id, series_id, series_number) where series_id is not null and deleted_at is null;
create index task_remind on task (tenant_id, remind_at) where remind_at is not null and deleted_at is null;
create index task_owner on task (tenant_id, owner_id, id) where deleted_at is null;
create index task_owner_due on task (tenant_id, owner_id, status, due_at, id) where deleted_at is null;
create index task_department on task (tenant_id, owner_department_id, id) where deleted_at is null;
create index task_department_due on task (tenant_id, owner_department_id, status, due_at, id) where deleted_at is null;
create index task_due on task (tenant_id, due_at, id) where deleted_at is null;
create index task_status on task (tenant_id, status, due_at, id) where deleted_at is null;
create index task_assigned on task (tenant_id, assigned_by_id) where assigned_by_id is not null;
create index task_customer on task (tenant_id, customer_id, status, due_at) where customer_id is not null;
create index task_contact on task (tenant_id, contact_id) where contact_id is not null;
create index task_lead on task (tenant_id, lead_id) where lead_id is not null;
create index task_changed on task (tenant_id, changed_at, id) where deleted_at is null;
create index task_deleted on task (tenant_id, changed_at, id) where deleted_at is not null;
create index task_search on task using gin (search);
create index task_tags on task using gin (tags) where deleted_at is null and tags <> '{}';
alter table task alter search set statistics 400;
alter table task alter owner_id set statistics 1000;
call tenant_wall('task');
