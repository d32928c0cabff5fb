-- What a firm set itself for records with the same key (names in io.chaoxi.customer.DuplicateKey); what is not there has
-- its default.
create table duplicate_rules (
    tenant_id bigint primary key references tenant,
    version bigint not null,
    rules jsonb not null
);
call tenant_wall('duplicate_rules');
