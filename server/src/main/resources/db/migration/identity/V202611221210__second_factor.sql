-- The proof beside the password. Like accounts these are read before the firm of a request is known, so they stand outside
-- the tenant wall and every statement names the firm itself.
create table second_factor (
    tenant_id bigint not null,
    person_id uuid not null,
    -- Sealed with the installation's key, which is not in the database.
    secret bytea not null,
    -- Unset until a first code proved that the person's device holds the secret.
    since timestamptz,
    -- The thirty seconds of the last code that was taken: that code and all before it are dead.
    last_step bigint not null default 0,
    primary key (tenant_id, person_id),
    foreign key (tenant_id, person_id) references account (tenant_id, person_id) on delete cascade
);

create table recovery_code (
    tenant_id bigint not null,
    person_id uuid not null,
    digest bytea not null,
    primary key (tenant_id, person_id, digest),
    foreign key (tenant_id, person_id) references second_factor (tenant_id, person_id) on delete cascade
);

-- A password that was right and waits for its code; it opens nothing but the way to enter one.
create table half_sign_in (
    token_hash bytea primary key,
    tenant_id bigint not null,
    person_id uuid not null,
    expires_at timestamptz not null,
    tries integer not null default 0,
    foreign key (tenant_id, person_id) references account (tenant_id, person_id) on delete cascade
);
create index half_sign_in_person on half_sign_in (tenant_id, person_id);

-- When the person last proved in this session that it is he: at its beginning, and before sensitive changes.
alter table session add column confirmed_at timestamptz;
update session set confirmed_at = created_at;
alter table session alter column confirmed_at set not null;

alter table role add column second_factor boolean not null default false;
