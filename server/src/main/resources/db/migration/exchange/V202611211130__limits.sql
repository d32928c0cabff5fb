-- What a firm set itself for limits (names in io.chaoxi.platform.limit.Limit); without a row the default holds.
create table firm_limit (
    tenant_id bigint not null references tenant,
    name text not null,
    value bigint not null,
    primary key (tenant_id, name)
);
call tenant_wall('firm_limit');
