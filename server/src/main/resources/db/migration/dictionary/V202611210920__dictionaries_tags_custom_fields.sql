create table dictionary_item (
    tenant_id bigint not null references tenant,
    dictionary text not null,
    id text not null,
    parent text,
    label text not null,
    label_en text,
    color text not null default 'gray',
    disabled boolean not null default false,
    position integer not null default 0,
    primary key (tenant_id, dictionary, id)
);

create table tag (
    tenant_id bigint not null references tenant,
    id uuid not null,
    name text not null,
    tag_group text not null default '',
    color text not null default 'gray',
    created_at timestamptz not null,
    created_by uuid not null,
    primary key (tenant_id, id)
);
create unique index tag_name on tag (tenant_id, lower(name));

create table custom_field (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    object text not null,
    key text not null,
    type text not null,
    label text not null,
    label_en text,
    help text,
    required boolean not null default false,
    decimals smallint,
    options jsonb not null default '[]',
    formula text,
    position integer not null default 0,
    slot text,
    indexed boolean not null default false,
    created_at timestamptz not null,
    created_by uuid not null,
    deleted_at timestamptz,
    primary key (tenant_id, id)
);
create unique index custom_field_key on custom_field (tenant_id, object, key) where deleted_at is null;
create unique index custom_field_slot on custom_field (tenant_id, object, slot) where slot is not null;

call tenant_wall('dictionary_item');
call tenant_wall('tag');
call tenant_wall('custom_field');
