-- Whom the owner of a view with the sharing "chosen" shows it to.
create table view_reader (
    tenant_id bigint not null references tenant,
    view_id uuid not null,
    reader text not null check (reader in ('person', 'department', 'role')),
    reader_id uuid not null,
    primary key (tenant_id, view_id, reader, reader_id),
    foreign key (tenant_id, view_id) references saved_view (tenant_id, id) on delete cascade
);
create index view_reader_reader on view_reader (tenant_id, reader_id);

call tenant_wall('view_reader');
