alter table tenant add column sample boolean not null default false;
