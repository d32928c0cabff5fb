-- A merge carries deleted comments and files along as well, so it finds them by their record, too.
drop index comment_record;
create index comment_record on comment (tenant_id, object, record_id, id);
drop index stored_file_record;
create index stored_file_record on stored_file (tenant_id, object, record_id, id);
