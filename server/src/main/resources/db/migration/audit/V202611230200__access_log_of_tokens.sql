-- The name of the API token through which it was done, as it was then: tokens are deleted, lines stay.
alter table access_log add column token text;
