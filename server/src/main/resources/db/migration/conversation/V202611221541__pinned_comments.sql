alter table comment add column pinned_at timestamptz, add column pinned_by uuid;
create index comment_pinned on comment (tenant_id, object, record_id) where pinned_at is not null and deleted_at is null;
