-- Names as they are looked for in texts, folded and without blanks and marks (io.chaoxi.customer.mention). What stands here
-- already is folded as far as SQL does it; the next change of a record writes it exactly.
alter table customer add column short_norm text collate "C";
alter table contact add column name_norm text collate "C";

alter table customer no force row level security;
alter table contact no force row level security;
update customer set short_norm = lower(regexp_replace(short_name, '[[:space:][:punct:]]', '', 'g')) where short_name is not null;
update contact set name_norm = lower(regexp_replace(name, '[[:space:][:punct:]]', '', 'g'));
alter table customer force row level security;
alter table contact force row level security;

-- Byte by byte, so that of all names the last one not behind a passage is the longest that it begins with, or tells where to look next.
create index customer_named on customer (tenant_id, (name_norm collate "C")) where deleted_at is null;
create index customer_named_short on customer (tenant_id, short_norm) where deleted_at is null and short_norm is not null;
create index contact_named on contact (tenant_id, name_norm) where deleted_at is null and name_norm is not null;
