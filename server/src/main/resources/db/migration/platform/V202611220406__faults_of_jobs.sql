-- How often a job broke off by a fault of its own; the database being away does not count, so the scheduler cannot know.
alter table job add column faults integer not null default 0;
