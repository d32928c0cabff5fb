-- 承诺簿: what somebody promised a customer, one of its people or a lead, by when, and what became of it. The owner is who
-- keeps it. What is broken stays broken: by the checks below, and by a trigger for what no check can see.
create table promise (
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
    details text,
    source text,
    customer_id uuid,
    contact_id uuid,
    lead_id uuid,
    due_on date not null,
    due_time text,
    due_at timestamptz not null,
    first_due_on date not null,
    moves integer not null default 0,
    move_reason text,
    move_agreed boolean not null default false,
    remind_before integer,
    remind_at timestamptz,
    status text not null,
    kept_at timestamptz,
    kept_by_id uuid,
    proof text,
    release_reason text,
    broken_at timestamptz,
    counts_for_id uuid,
    apology_due_at timestamptz,
    apologized_at timestamptz,
    apologized_by_id uuid,
    apology text,
    offered text,
    void_reason text,
    follows_id uuid,
    sample boolean not null default false,
    tags uuid[] not null default '{}',
    search text[] not null default '{}',
    custom jsonb not null default '{}',
    key_text1 text collate "C", key_text2 text collate "C", key_text3 text collate "C", key_text4 text collate "C",
    key_int1 bigint, key_int2 bigint, key_int3 bigint, key_int4 bigint,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id),
    foreign key (tenant_id, assigned_by_id) references person (tenant_id, id),
    foreign key (tenant_id, kept_by_id) references person (tenant_id, id),
    foreign key (tenant_id, counts_for_id) references person (tenant_id, id),
    foreign key (tenant_id, apologized_by_id) references person (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete set null (lead_id),
    foreign key (tenant_id, follows_id) references promise (tenant_id, id) on delete set null (follows_id),
    constraint promise_one_end check (lead_id is null or customer_id is null),
    constraint promise_status check (status in ('open', 'kept', 'broken', 'released', 'void')),
    constraint promise_kept check (status <> 'kept' or kept_at is not null and proof is not null),
    constraint promise_not_kept check (kept_at is null or status in ('kept', 'void')),
    constraint promise_released check (status <> 'released' or release_reason is not null),
    constraint promise_void check ((status = 'void') = (void_reason is not null)),
    -- It broke at the moment by which it was due, so that neither moves without the other.
    constraint promise_broken_when check (broken_at is null or broken_at = due_at),
    constraint promise_broken check (case status
        when 'open' then broken_at is null
        when 'released' then broken_at is null
        when 'broken' then broken_at is not null
        when 'kept' then broken_at is not null or kept_at < due_at
        else true end),
    constraint promise_broken_stands check (broken_at is null or deleted_at is null),
    constraint promise_apology check (apologized_at is null or broken_at is not null and apology is not null and offered is not null),
    constraint promise_apology_due check (
        (apology_due_at is not null) = (broken_at is not null and apologized_at is null and status <> 'void')),
    constraint promise_moves check (moves >= 0 and (moves > 0) = (move_reason is not null)),
    constraint promise_reminder check (remind_at is null or status = 'open')
);

create function promise_stands() returns trigger language plpgsql as $$
begin
    raise exception 'a broken promise stays broken' using errcode = 'check_violation';
end
$$;
create trigger stands before update on promise for each row
    when (old.broken_at is not null and new.broken_at is distinct from old.broken_at
        or old.status = 'void' and new.status <> 'void')
    execute function promise_stands();

create index promise_remind on promise (tenant_id, remind_at) where remind_at is not null and deleted_at is null;
create index promise_breaks on promise (tenant_id, due_at) where status = 'open' and deleted_at is null;
create index promise_owner on promise (tenant_id, owner_id, id) where deleted_at is null;
create index promise_owner_due on promise (tenant_id, owner_id, status, due_at, id) where deleted_at is null;
create index promise_owner_apology on promise (tenant_id, owner_id, apology_due_at, id)
    where apology_due_at is not null and deleted_at is null;
create index promise_department on promise (tenant_id, owner_department_id, id) where deleted_at is null;
create index promise_department_due on promise (tenant_id, owner_department_id, status, due_at, id) where deleted_at is null;
create index promise_due on promise (tenant_id, due_at, id) where deleted_at is null;
create index promise_status on promise (tenant_id, status, due_at, id) where deleted_at is null;
create index promise_broken on promise (tenant_id, broken_at, id) where deleted_at is null;
create index promise_kept on promise (tenant_id, kept_at, id) where deleted_at is null;
create index promise_counts_for on promise (tenant_id, counts_for_id, id) where deleted_at is null;
create index promise_assigned on promise (tenant_id, assigned_by_id) where assigned_by_id is not null;
create index promise_customer on promise (tenant_id, customer_id, status, due_at) where customer_id is not null;
create index promise_contact on promise (tenant_id, contact_id) where contact_id is not null;
create index promise_lead on promise (tenant_id, lead_id) where lead_id is not null;
create index promise_follows on promise (tenant_id, follows_id) where follows_id is not null;
create index promise_changed on promise (tenant_id, changed_at, id) where deleted_at is null;
create index promise_deleted on promise (tenant_id, changed_at, id) where deleted_at is not null;
create index promise_search on promise using gin (search);
create index promise_tags on promise using gin (tags) where deleted_at is null and tags <> '{}';
alter table promise alter search set statistics 400;
alter table promise alter owner_id set statistics 1000;
call tenant_wall('promise');
