-- The field that a file was uploaded for, such as custom.scan; null for attachments, uploads of imports, files of jobs.
alter table stored_file add column field text;
-- Uploads that no record took over yet; housekeeping clears the old ones.
create index stored_file_waiting on stored_file (tenant_id, at)
    where field is not null and record_id is null and deleted_at is null;
