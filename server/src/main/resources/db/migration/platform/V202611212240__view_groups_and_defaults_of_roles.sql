alter table saved_view add column grouping text not null default '';

-- The view that people of a role open a list with, until they choose another themselves.
create table role_view (
    tenant_id bigint not null references tenant,
    role_id uuid not null,
    object text not null,
    view_id uuid not null,
    primary key (tenant_id, role_id, object),
    foreign key (tenant_id, role_id) references role (tenant_id, id) on delete cascade,
    foreign key (tenant_id, view_id) references saved_view (tenant_id, id) on delete cascade
);
call tenant_wall('role_view');
