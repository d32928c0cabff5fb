-- How many rows a person exported on a day of the firm's time zone.
create table export_volume (
    tenant_id bigint not null references tenant,
    person_id uuid not null,
    day date not null,
    rows bigint not null,
    primary key (tenant_id, person_id, day)
);
call tenant_wall('export_volume');
