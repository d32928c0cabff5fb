-- First contact data, as it comes from cards, lists, forms and adverts, until it becomes a customer or turns out to be
-- nothing. What became of it stands on it: both ends are told by the status and its facts together.
create table lead (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    deleted_at timestamptz,
    owner_id uuid,
    owner_department_id uuid,
    name text not null,
    name_key text collate "C" not null,
    name_norm text not null,
    contact_name text,
    job_title text,
    department_line text,
    phone text,
    telephone text,
    email text,
    wechat text,
    industry text collate "C",
    region text collate "C",
    address text,
    website text,
    source text,
    campaign text,
    need text,
    budget numeric(19, 4),
    budget_currency char(3),
    remark text,
    status text not null,
    inquiry_company text,
    inquiry_use text,
    inquiry_specification text,
    inquiry_insider text,
    inquirer text,
    invalid_reason text,
    invalid_note text,
    converted_at timestamptz,
    converted_by_id uuid,
    customer_id uuid,
    contact_id uuid,
    tags uuid[] not null default '{}',
    search text[] not null default '{}',
    custom jsonb not null default '{}',
    key_text1 text collate "C", key_text2 text collate "C", key_text3 text collate "C", key_text4 text collate "C",
    key_int1 bigint, key_int2 bigint, key_int3 bigint, key_int4 bigint,
    primary key (tenant_id, id),
    foreign key (tenant_id, owner_id) references person (tenant_id, id),
    foreign key (tenant_id, owner_department_id) references department (tenant_id, id),
    foreign key (tenant_id, converted_by_id) references person (tenant_id, id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, id) on delete set null (customer_id),
    foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete set null (contact_id),
    constraint lead_converted check ((status = 'converted') = (converted_at is not null)),
    constraint lead_invalid check ((status = 'invalid') = (invalid_reason is not null))
);

create index lead_department on lead (tenant_id, owner_department_id, id) where deleted_at is null;
create index lead_owner on lead (tenant_id, owner_id, id) where deleted_at is null;
create index lead_changed on lead (tenant_id, changed_at, id) where deleted_at is null;
create index lead_name on lead (tenant_id, name_key, id) where deleted_at is null;
create index lead_deleted on lead (tenant_id, changed_at, id) where deleted_at is not null;
create index lead_status on lead (tenant_id, status, id) where deleted_at is null;
create index lead_industry on lead (tenant_id, industry) where deleted_at is null;
create index lead_region on lead (tenant_id, region) where deleted_at is null;
create index lead_source on lead (tenant_id, source) where deleted_at is null;
create index lead_customer on lead (tenant_id, customer_id) where customer_id is not null;
create index lead_contact on lead (tenant_id, contact_id) where contact_id is not null;
create index lead_search on lead using gin (search);
create index lead_tags on lead using gin (tags) where deleted_at is null and tags <> '{}';
create index lead_name_norm on lead (tenant_id, name_norm) where deleted_at is null;
create index lead_phone on lead (tenant_id, phone) where phone is not null;
create index lead_telephone on lead (tenant_id, telephone) where telephone is not null;
create index lead_wechat on lead (tenant_id, wechat) where wechat is not null;
create index lead_email on lead (tenant_id, email) where email is not null;
create index lead_key_text1 on lead (tenant_id, key_text1) where deleted_at is null and key_text1 is not null;
create index lead_key_text2 on lead (tenant_id, key_text2) where deleted_at is null and key_text2 is not null;
create index lead_key_text3 on lead (tenant_id, key_text3) where deleted_at is null and key_text3 is not null;
create index lead_key_text4 on lead (tenant_id, key_text4) where deleted_at is null and key_text4 is not null;
create index lead_key_int1 on lead (tenant_id, key_int1) where deleted_at is null and key_int1 is not null;
create index lead_key_int2 on lead (tenant_id, key_int2) where deleted_at is null and key_int2 is not null;
create index lead_key_int3 on lead (tenant_id, key_int3) where deleted_at is null and key_int3 is not null;
create index lead_key_int4 on lead (tenant_id, key_int4) where deleted_at is null and key_int4 is not null;
alter table lead alter search set statistics 400;
alter table lead alter owner_id set statistics 1000;

call tenant_wall('lead');
