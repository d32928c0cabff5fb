-- Two customers that are probably one, as the last search over the whole firm found them. Whoever knows better keeps them
-- apart; such a row stays through later searches. Ids without a foreign key: a merge would make the two of a pair one.
create table likely_pair (
    tenant_id bigint not null references tenant,
    object text not null,
    record_id uuid not null,
    other_id uuid not null,
    score double precision not null,
    fields text[] not null,
    apart_by uuid,
    apart_at timestamptz,
    primary key (tenant_id, object, record_id, other_id)
);
create index likely_pair_score on likely_pair (tenant_id, object, score desc, record_id desc, other_id desc)
    where apart_at is null;
comment on column likely_pair.record_id is 'keeps to its record';

create table pair_search (
    tenant_id bigint not null references tenant,
    object text not null,
    at timestamptz not null,
    by_id uuid not null,
    compared bigint not null,
    primary key (tenant_id, object)
);

call tenant_wall('likely_pair');
call tenant_wall('pair_search');
