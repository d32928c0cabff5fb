-- Walks over all records of an object that are owed since what they go by changed: the version of that, and the one that
-- all records were last walked for.
create table owed_walk (
    tenant_id bigint not null references tenant,
    kind text not null,
    object text not null,
    version bigint not null default 0,
    walked bigint not null default 0,
    primary key (tenant_id, kind, object)
);
call tenant_wall('owed_walk');

-- By which edition of what the program itself brings, such as a calendar, the firm's records were last counted.
create table counted_by (
    tenant_id bigint not null references tenant,
    what text not null,
    edition text not null,
    primary key (tenant_id, what)
);
call tenant_wall('counted_by');
