create table job (
    tenant_id bigint not null references tenant,
    id uuid not null,
    kind text not null,
    state text not null default 'queued',
    object text,
    arguments jsonb not null,
    done bigint not null default 0,
    total bigint,
    result jsonb,
    problem jsonb,
    place jsonb,
    cancel_asked boolean not null default false,
    undone_by uuid,
    undoes uuid,
    created_at timestamptz not null,
    created_by uuid not null,
    finished_at timestamptz,
    primary key (tenant_id, id)
);
create index job_person on job (tenant_id, created_by, id);

-- One row per record that a job is to treat: the exact snapshot that a bulk job fixed, and the refused rows of an import.
create table job_row (
    tenant_id bigint not null references tenant,
    job_id uuid not null,
    row bigint not null,
    record_id uuid,
    label text,
    state text not null default 'open',
    code text,
    message text,
    cells jsonb,
    primary key (tenant_id, job_id, row)
);

create table saved_view (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    object text not null,
    name text not null,
    layout text not null default 'table',
    filter text not null default '',
    sort text not null default '',
    columns jsonb not null default '[]',
    density text,
    sharing text not null default 'private',
    owner_id uuid not null,
    department_id uuid,
    created_at timestamptz not null,
    primary key (tenant_id, id)
);
create index saved_view_object on saved_view (tenant_id, object);

create table default_view (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    object text not null,
    view_id uuid not null,
    primary key (tenant_id, person_id, object),
    foreign key (tenant_id, view_id) references saved_view (tenant_id, id) on delete cascade
);

create table idempotency (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    key text not null,
    request_hash bytea not null,
    status smallint,
    answer jsonb,
    at timestamptz not null,
    primary key (tenant_id, person_id, key)
);
create index idempotency_age on idempotency (tenant_id, at);

-- Without a reference to the firm: numbers are taken over a connection of their own, also while the firm is being founded.
create table number_sequence (
    tenant_id bigint not null,
    name text not null,
    next bigint not null default 1,
    primary key (tenant_id, name)
);

call tenant_wall('job');
call tenant_wall('job_row');
call tenant_wall('saved_view');
call tenant_wall('default_view');
call tenant_wall('idempotency');
call tenant_wall('number_sequence');
