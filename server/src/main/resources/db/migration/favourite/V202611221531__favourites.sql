-- Records that people keep at hand. They keep to their record: where it was merged into another one, reading follows it
-- there, and an undone merge needs nothing put back.
create table favourite (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    object text not null,
    record_id uuid not null,
    at timestamptz not null,
    primary key (tenant_id, person_id, object, record_id)
);
create index favourite_record on favourite (tenant_id, record_id);
call tenant_wall('favourite');
comment on column favourite.record_id is 'keeps to its record';
