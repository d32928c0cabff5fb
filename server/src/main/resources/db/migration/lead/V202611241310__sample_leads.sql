-- Invented leads of a firm that looks around; they go again with its other sample data.
alter table lead add column sample boolean not null default false;
