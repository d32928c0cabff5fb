-- Through which session or token a job was ordered: what it may do is what that ticket may, as long as it stands.
alter table job
    add column ticket uuid,
    add column ticket_scopes text[];
