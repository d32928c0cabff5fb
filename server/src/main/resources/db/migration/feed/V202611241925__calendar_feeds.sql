-- 日历订阅: the secret address under which a calendar program reads what somebody is to do. Found before the firm is known,
-- so it stands outside the tenant wall like tokens; it goes with the account.
create table calendar_feed (
    token_hash bytea primary key,
    tenant_id bigint not null,
    person_id uuid not null,
    created_at timestamptz not null,
    unique (tenant_id, person_id),
    foreign key (tenant_id, person_id) references account (tenant_id, person_id) on delete cascade
);
