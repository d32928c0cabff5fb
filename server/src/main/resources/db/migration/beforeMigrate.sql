-- What the owner makes from here on may be read and written by the application's role, also on a server that
-- nobody prepared.
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};
