-- On which days a firm works: the days of a week, whether China's official holidays hold, and what it decided itself.
-- Without a line: Monday to Friday and China's holidays.
create table work_calendar (
    tenant_id bigint not null references tenant,
    version bigint not null default 1,
    weekdays smallint[] not null check (weekdays <@ '{1,2,3,4,5,6,7}' and cardinality(weekdays) > 0),
    chinese boolean not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (tenant_id)
);
call tenant_wall('work_calendar');

create table work_calendar_day (
    tenant_id bigint not null references tenant,
    day date not null,
    works boolean not null,
    name text,
    changed_at timestamptz not null,
    changed_by uuid not null,
    primary key (tenant_id, day)
);
call tenant_wall('work_calendar_day');
