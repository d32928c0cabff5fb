-- Records that are shared with people, departments (and those below them) or roles, beyond everybody's data scope.
create table record_share (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    grantee text not null check (grantee in ('person', 'department', 'role')),
    grantee_id uuid not null,
    writable boolean not null,
    ends_at timestamptz,
    at timestamptz not null,
    by_id uuid not null,
    primary key (tenant_id, id)
);
create index record_share_record on record_share (tenant_id, object, record_id);
create index record_share_grantee on record_share (tenant_id, grantee_id, object);

call tenant_wall('record_share');

comment on column record_share.record_id is 'follows merges';
