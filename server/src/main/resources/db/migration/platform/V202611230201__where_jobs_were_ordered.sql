-- The address of the request that ordered the job, for what the access log keeps of it.
alter table job add column address text;
