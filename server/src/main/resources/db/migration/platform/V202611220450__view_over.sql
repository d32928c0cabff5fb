-- The field that tells the day in a calendar; empty for the calendar's own choice.
alter table saved_view add column over_field text not null default '';
