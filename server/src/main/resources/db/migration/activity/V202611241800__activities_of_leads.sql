-- What is done with a lead, too. One that became a customer keeps what was done with it, and the customer has it as well.
alter table activity
    alter customer_id drop not null,
    add lead_id uuid,
    add foreign key (tenant_id, lead_id) references lead (tenant_id, id),
    add constraint activity_with check (customer_id is not null or lead_id is not null);
create index activity_lead on activity (tenant_id, lead_id, at, id) where lead_id is not null;

-- What the touches of a lead amount to, and when it is to be followed up next.
alter table lead
    add last_touch_at timestamptz(3),
    add touches integer not null default 0,
    add next_follow_up date;
create index lead_next on lead (tenant_id, owner_id, next_follow_up) where deleted_at is null and next_follow_up is not null;
create index lead_touched on lead (tenant_id, owner_id, last_touch_at) where deleted_at is null;
