-- By what a firm judges whether a lead is worth the way; without a row the list that the program brings.
create table lead_qualification (
    tenant_id bigint primary key references tenant,
    version bigint not null,
    threshold integer not null,
    criteria jsonb not null,
    changed_at timestamptz not null,
    changed_by uuid not null
);
call tenant_wall('lead_qualification');

-- Which criteria the lead meets (id → true or false), what that is worth, and the same in words.
alter table lead
    add column answers jsonb not null default '{}',
    add column judgement text,
    add column fit_score integer,
    add column interest_score integer,
    add column score integer,
    add column qualified boolean not null default false;
create index lead_score on lead (tenant_id, score, id) where deleted_at is null and score is not null;
