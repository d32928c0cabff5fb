-- 网页表单: what strangers fill in on a firm's site becomes leads (docs/decisions/0035-web-forms.md).
create table web_form (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    created_by uuid not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    -- Leads that came by it still name it.
    deleted_at timestamptz,
    name text not null,
    active boolean not null,
    title text not null,
    intro text,
    thanks text not null,
    -- In the order in which they are asked: [{"name": a field of leads, "required": true}].
    fields jsonb not null,
    source text,
    campaign text,
    -- Whose its leads become, in turn; nobody's while it is empty.
    owners uuid[] not null default '{}',
    turn bigint not null default 0,
    -- Who is told of each lead, beside its owner.
    told uuid[] not null default '{}',
    -- Sites that may show it in a frame and read it by script.
    origins text[] not null default '{}',
    most_a_day integer not null,
    primary key (tenant_id, id)
);
call tenant_wall('web_form');

-- By its address a form is found before the firm is known, so this stands outside the tenant wall like tokens.
create table web_form_key (
    key text primary key,
    -- Signs what a page hands to whoever fills it in; goes with the address.
    secret text not null,
    tenant_id bigint not null,
    form_id uuid not null,
    unique (tenant_id, form_id),
    foreign key (tenant_id, form_id) references web_form (tenant_id, id) on delete cascade
);

-- What people agree to when they send the form, word by word; a text is never changed, a new one is the next version.
create table web_form_consent (
    tenant_id bigint not null references tenant,
    form_id uuid not null,
    version integer not null,
    -- Null: from this version on nothing is asked.
    text text,
    created_at timestamptz not null,
    created_by uuid not null,
    primary key (tenant_id, form_id, version),
    foreign key (tenant_id, form_id) references web_form (tenant_id, id)
);
call tenant_wall('web_form_consent');

-- By which form a lead came, and which text was agreed to: the proof. Names nobody.
create table web_form_submission (
    tenant_id bigint not null references tenant,
    id uuid not null,
    form_id uuid not null,
    lead_id uuid not null,
    at timestamptz not null,
    -- Of the page that was filled in: a page makes one lead, however often it is sent.
    nonce text not null,
    consent_version integer,
    primary key (tenant_id, id),
    unique (tenant_id, form_id, nonce),
    foreign key (tenant_id, form_id) references web_form (tenant_id, id),
    foreign key (tenant_id, form_id, consent_version) references web_form_consent (tenant_id, form_id, version),
    foreign key (tenant_id, lead_id) references lead (tenant_id, id) on delete cascade
);
create index web_form_submission_lead on web_form_submission (tenant_id, lead_id);
call tenant_wall('web_form_submission');

-- How many leads a form brought on a day of the firm, and how much was kept out.
create table web_form_day (
    tenant_id bigint not null references tenant,
    form_id uuid not null,
    day date not null,
    taken integer not null,
    kept_out integer not null,
    primary key (tenant_id, form_id, day),
    foreign key (tenant_id, form_id) references web_form (tenant_id, id)
);
call tenant_wall('web_form_day');
