-- Two administrators who change the same setting must notice each other: what they edit carries a version like records.
alter table tenant add column version bigint not null default 1;
