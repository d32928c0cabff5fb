-- What a merge moved, in one row for each value that the moved rows had: ten thousand notes are ten thousand inserts, each
-- with its index entry and its check of the firm, where one array does. Kept for good: the moved rows' histories are told
-- from it. Rows that somebody had moved on before the merge was undone did not go back.
create table merge_step (
    tenant_id bigint not null references tenant,
    merge_id uuid not null,
    step int not null,
    table_name text not null,
    column_name text not null,
    was text not null,
    became text not null,
    row_ids uuid[] not null,
    stayed_ids uuid[] not null default '{}',
    primary key (tenant_id, merge_id, step, was)
);

alter table merge_move no force row level security;
insert into merge_step
select tenant_id, merge_id, step, table_name, column_name, was, became, array_agg(row_id)
from merge_move
group by tenant_id, merge_id, step, table_name, column_name, was, became;
drop table merge_move;

create index merge_step_rows on merge_step using gin (row_ids);
call tenant_wall('merge_step');

alter table record_merge add undo_id uuid, add undone_by uuid;
