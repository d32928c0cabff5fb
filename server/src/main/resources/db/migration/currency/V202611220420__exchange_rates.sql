-- 1 unit of a currency = rate units of the base, from that day until the next entry. The base stands in the row, so that
-- a firm that takes another currency neither reads nor loses the rates it entered for the former one.
create table exchange_rate (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    currency char(3) not null,
    base char(3) not null,
    valid_from date not null,
    rate numeric(20, 10) not null check (rate > 0),
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (tenant_id, id),
    check (currency <> base)
);
create unique index exchange_rate_day on exchange_rate (tenant_id, base, currency, valid_from);
create index exchange_rate_newest on exchange_rate (tenant_id, base, valid_from desc, currency);
call tenant_wall('exchange_rate');
