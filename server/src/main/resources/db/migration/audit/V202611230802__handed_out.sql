-- Whose records went out by which export, where they are people: a page of its rows each. Who ordered it and when stands in
-- the access log, which names the job; an export that kept no file left no line there.
create table handed_out (
    tenant_id bigint not null references tenant,
    job_id uuid not null,
    place bigint not null,
    object text not null,
    records uuid[] not null,
    primary key (tenant_id, job_id, place)
);
call tenant_wall('handed_out');
