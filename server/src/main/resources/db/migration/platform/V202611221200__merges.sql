-- Records that were made one. What a merge moved is kept for as long as it can be undone; where an old id leads, for good.
create table record_merge (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    survivor_id uuid not null,
    at timestamptz not null,
    by_id uuid not null,
    changes jsonb not null,
    undone_at timestamptz,
    primary key (tenant_id, id)
);
create index record_merge_survivor on record_merge (tenant_id, object, survivor_id, id);

create table merged_record (
    tenant_id bigint not null references tenant,
    object text not null,
    record_id uuid not null,
    survivor_id uuid not null,
    merge_id uuid not null,
    primary key (tenant_id, object, record_id)
);
create index merged_record_merge on merged_record (tenant_id, merge_id);

create table merge_move (
    tenant_id bigint not null references tenant,
    merge_id uuid not null,
    step int not null,
    table_name text not null,
    column_name text not null,
    row_id uuid not null,
    was text not null,
    became text not null,
    primary key (tenant_id, merge_id, step, row_id)
);

call tenant_wall('record_merge');
call tenant_wall('merged_record');
call tenant_wall('merge_move');

-- Columns that point to a record by its object and id, without a foreign key: whether a merge carries their rows along.
comment on column comment.record_id is 'follows merges';
comment on column stored_file.record_id is 'follows merges';
comment on column change.record_id is 'keeps to its record';
comment on column access_log.record_id is 'keeps to its record';
comment on column job_row.record_id is 'keeps to its record';
comment on column merged_record.record_id is 'keeps to its record';
