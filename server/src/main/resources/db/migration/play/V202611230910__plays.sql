-- What a firm plans to do with records in a certain state; without a row the plays that the program brings.
create table play_book (
    tenant_id bigint not null references tenant,
    object text not null,
    version bigint not null,
    plays jsonb not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (tenant_id, object)
);
call tenant_wall('play_book');
