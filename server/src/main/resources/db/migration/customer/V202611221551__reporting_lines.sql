alter table contact
    add column reports_to_id uuid,
    add foreign key (tenant_id, reports_to_id) references contact (tenant_id, id);
create index contact_superior on contact (tenant_id, reports_to_id) where reports_to_id is not null;
