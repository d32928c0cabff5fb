create table notification (
    tenant_id bigint not null references tenant,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    title text not null,
    text text,
    link text,
    at timestamptz not null,
    read_at timestamptz,
    primary key (tenant_id, id)
);
create index notification_person on notification (tenant_id, person_id, id);
create index notification_unread on notification (tenant_id, person_id) where read_at is null;
call tenant_wall('notification');
