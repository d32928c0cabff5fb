-- 拜访表: what is asked on a visit. Each change is a version of its own, so that answers keep the questions they were given
-- to. The one that the program brings has no row until a firm changes it.
create table visit_template (
    tenant_id bigint not null references tenant,
    id uuid not null,
    version bigint not null,
    name text not null,
    manner text,
    disabled boolean not null default false,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (tenant_id, id)
);
call tenant_wall('visit_template');

create table visit_template_version (
    tenant_id bigint not null references tenant,
    id uuid not null,
    template_id uuid not null,
    version bigint not null,
    questions jsonb not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, template_id) references visit_template (tenant_id, id)
);
create unique index visit_template_versions on visit_template_version (tenant_id, template_id, version);
call tenant_wall('visit_template_version');

-- An answer is a row, of a photograph, a line of a stock count each; which column holds it follows from the kind.
create table visit_answer (
    tenant_id bigint not null references tenant,
    id uuid not null,
    visit_id uuid not null,
    template_id uuid not null,
    version bigint not null,
    question text not null,
    kind text not null,
    position integer not null,
    text text,
    number numeric(19, 4),
    choices text[],
    file_id uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, visit_id) references visit (tenant_id, id) on delete cascade,
    constraint visit_answer_said check (num_nonnulls(text, number, choices, file_id) > 0)
);
create index visit_answer_visit on visit_answer (tenant_id, visit_id, position);
create index visit_answer_template on visit_answer (tenant_id, template_id, question);
call tenant_wall('visit_answer');
