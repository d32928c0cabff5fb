-- Two administrators who set limits must notice each other; the limits of a firm have one version, the sum of these.
alter table firm_limit add column version bigint not null default 1;
