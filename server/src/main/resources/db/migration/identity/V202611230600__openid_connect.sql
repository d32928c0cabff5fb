-- Who somebody is at the OpenID Connect provider. Read before the firm of a request is known, so it stands outside the tenant
-- wall like accounts. It goes with the account.
create table provider_link (
    issuer text not null,
    -- The provider's own name of the person; never an e-mail, which may be given to somebody else one day.
    subject text not null,
    tenant_id bigint not null,
    person_id uuid not null,
    linked_at timestamptz not null,
    primary key (issuer, subject),
    unique (tenant_id, person_id, issuer),
    foreign key (tenant_id, person_id) references account (tenant_id, person_id) on delete cascade
);

-- Somebody went to the provider and has not come back. Good once, and in the browser that began.
create table provider_attempt (
    state_hash bytea primary key,
    -- Digest of the cookie of the browser that began.
    browser_hash bytea not null,
    nonce text not null,
    verifier text not null,
    expires_at timestamptz not null
);
create index provider_attempt_expires on provider_attempt (expires_at);
