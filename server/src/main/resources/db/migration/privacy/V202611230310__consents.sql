-- What the firm asks people to agree to, word by word; a text is never changed, a new one is the next version.
create table consent_text (
    tenant_id bigint not null references tenant,
    id uuid not null,
    name text not null,
    channel text not null,
    version int not null,
    text text not null,
    created_at timestamptz not null,
    created_by uuid not null,
    primary key (tenant_id, id),
    unique (tenant_id, name, channel, version)
);

-- Who agreed to which text and when, how that can be proven, and when it was withdrawn.
create table consent (
    tenant_id bigint not null references tenant,
    id uuid not null,
    object text not null,
    record_id uuid not null,
    text_id uuid not null,
    given_at timestamptz not null,
    proof text not null,
    file_id uuid,
    noted_at timestamptz not null,
    noted_by uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, text_id) references consent_text (tenant_id, id)
);
create index consent_record on consent (tenant_id, object, record_id, id);
create index consent_of_text on consent (tenant_id, text_id);
comment on column consent.record_id is 'follows merges';

call tenant_wall('consent_text');
call tenant_wall('consent');
