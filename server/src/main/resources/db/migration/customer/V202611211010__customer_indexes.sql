-- Which statement each index serves: docs/decisions/0002-access-plans.md. Lists in the order of making run along the id,
-- whose first bits are that time, so that owner and department need one index each for every such list.
create index customer_department on customer (tenant_id, owner_department_id, id) where deleted_at is null;
create index customer_owner on customer (tenant_id, owner_id, id) where deleted_at is null;
create index customer_changed on customer (tenant_id, changed_at, id) where deleted_at is null;
create index customer_name on customer (tenant_id, name_key, id) where deleted_at is null;
create index customer_deleted on customer (tenant_id, changed_at, id) where deleted_at is not null;
create index customer_industry on customer (tenant_id, industry) where deleted_at is null;
create index customer_region on customer (tenant_id, region) where deleted_at is null;
create index customer_source on customer (tenant_id, source) where deleted_at is null;
create index customer_referrer on customer (tenant_id, referrer_id) where referrer_id is not null;
create index customer_search on customer using gin (search) with (gin_pending_list_limit = 1024) where deleted_at is null;
create index customer_tags on customer using gin (tags) where deleted_at is null and tags <> '{}';
create index customer_name_norm on customer (tenant_id, name_norm) where deleted_at is null;
create index customer_phone on customer (tenant_id, phone) where deleted_at is null and phone is not null;
create index customer_email on customer (tenant_id, email) where deleted_at is null and email is not null;
create index customer_credit_code on customer (tenant_id, credit_code) where deleted_at is null and credit_code is not null;
create index customer_key_text1 on customer (tenant_id, key_text1) where deleted_at is null and key_text1 is not null;
create index customer_key_text2 on customer (tenant_id, key_text2) where deleted_at is null and key_text2 is not null;
create index customer_key_text3 on customer (tenant_id, key_text3) where deleted_at is null and key_text3 is not null;
create index customer_key_text4 on customer (tenant_id, key_text4) where deleted_at is null and key_text4 is not null;
create index customer_key_int1 on customer (tenant_id, key_int1) where deleted_at is null and key_int1 is not null;
create index customer_key_int2 on customer (tenant_id, key_int2) where deleted_at is null and key_int2 is not null;
create index customer_key_int3 on customer (tenant_id, key_int3) where deleted_at is null and key_int3 is not null;
create index customer_key_int4 on customer (tenant_id, key_int4) where deleted_at is null and key_int4 is not null;
alter table customer alter search set statistics 400;

create index contact_department on contact (tenant_id, owner_department_id, id) where deleted_at is null;
create index contact_owner on contact (tenant_id, owner_id, id) where deleted_at is null;
create index contact_changed on contact (tenant_id, changed_at, id) where deleted_at is null;
create index contact_name on contact (tenant_id, name_key, id) where deleted_at is null;
create index contact_deleted on contact (tenant_id, changed_at, id) where deleted_at is not null;
create index contact_search on contact using gin (search) with (gin_pending_list_limit = 1024) where deleted_at is null;
create index contact_tags on contact using gin (tags) where deleted_at is null and tags <> '{}';
create index contact_phone on contact (tenant_id, phone) where deleted_at is null and phone is not null;
create index contact_email on contact (tenant_id, email) where deleted_at is null and email is not null;
alter table contact alter search set statistics 400;
