create table change (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    at timestamptz not null,
    by_id uuid not null,
    kind text not null,
    changes jsonb,
    job_id uuid,
    primary key (tenant_id, id)
);
create index change_record on change (tenant_id, object, record_id, id);
create index change_job on change (tenant_id, job_id, id) where job_id is not null;

create table access_log (
    tenant_id bigint not null references tenant,
    id uuid not null,
    at timestamptz not null,
    by_id uuid,
    action text not null,
    object text,
    record_id uuid,
    detail jsonb,
    address text,
    primary key (tenant_id, id)
);

create table comment (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    at timestamptz not null,
    by_id uuid not null,
    text text not null,
    deleted_at timestamptz,
    primary key (tenant_id, id)
);
create index comment_record on comment (tenant_id, object, record_id, id) where deleted_at is null;

create table stored_file (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text,
    record_id uuid,
    job_id uuid,
    name text not null,
    size bigint not null,
    media_type text not null,
    at timestamptz not null,
    by_id uuid not null,
    deleted_at timestamptz,
    primary key (tenant_id, id)
);
create index stored_file_record on stored_file (tenant_id, object, record_id, id) where record_id is not null and deleted_at is null;
create index stored_file_job on stored_file (tenant_id, job_id) where job_id is not null;

call tenant_wall('change');
call tenant_wall('access_log');
call tenant_wall('comment');
call tenant_wall('stored_file');
