-- What a notification tells of: delivered again after a crash, an event finds its notification there already.
alter table notification add column source text not null default '';
create unique index notification_source on notification (tenant_id, person_id, source) where source <> '';
create index notification_read on notification (tenant_id, read_at) where read_at is not null;
