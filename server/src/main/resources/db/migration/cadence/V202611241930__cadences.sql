-- 定期跟进: what a firm does with certain customers again and again. docs/decisions/0037-rhythm.md.
-- One that is deleted stays as a row, for what it began is to be ended and its former tasks tell of it.
create table cadence (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    deleted_at timestamptz,
    name text not null,
    -- Which customers, as a list's filter; null for all that have an owner.
    condition text,
    every integer not null,
    unit text not null check (unit in ('day', 'week', 'month')),
    kind text not null,
    -- Who does it instead of the owner.
    person_id uuid,
    restarts boolean not null,
    lead_days integer not null,
    subject text not null,
    goal text,
    active boolean not null,
    -- Whoever had an owner before begins somewhere in the period behind this day, so that not all are due at once.
    since date not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, person_id) references person (tenant_id, id)
);
call tenant_wall('cadence');

-- Where a customer stands in a rhythm. Without a foreign key to the customer: a merge does not carry it along, and the
-- survivor keeps its own.
create table cadence_turn (
    tenant_id bigint not null references tenant,
    cadence_id uuid not null,
    customer_id uuid not null,
    -- The day from which the period counts: the last time, or where the customer began.
    base_on date not null,
    due_on date not null,
    -- On which day the round looks at it; null while its task is open.
    look_on date,
    task_id uuid,
    opened_on date,
    -- Whose the task became by the rule; somebody else has it because a person gave it to him.
    person_id uuid,
    primary key (tenant_id, cadence_id, customer_id),
    foreign key (tenant_id, cadence_id) references cadence (tenant_id, id)
);
create index cadence_turn_customer on cadence_turn (tenant_id, customer_id);
create index cadence_turn_look on cadence_turn (tenant_id, look_on, customer_id, cadence_id) where look_on is not null;
call tenant_wall('cadence_turn');

-- cadence: what the rule was called when the task was made. cadence_of: the customer for which it was, whatever merges made
-- of it since.
alter table task
    add cadence text,
    add cadence_id uuid,
    add cadence_of uuid,
    add foreign key (tenant_id, cadence_id) references cadence (tenant_id, id);
create unique index task_cadence on task (tenant_id, cadence_id, cadence_of)
    where cadence_id is not null and status = 'open' and deleted_at is null;
