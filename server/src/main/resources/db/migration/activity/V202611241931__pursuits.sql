-- 跟进次数与找由头: with what somebody called again, and what a firm goes by. docs/decisions/0037-rhythm.md.
alter table activity add pretext text;

-- Without a row what the program brings: 4 to 11 times, two to three weeks between two.
create table pursuit_rule (
    tenant_id bigint primary key references tenant,
    version bigint not null,
    usual_from integer not null,
    usual_to integer not null,
    spacing_from integer not null,
    spacing_to integer not null,
    -- Kinds of activity that count; all where it is empty.
    kinds text[] not null default '{}',
    changed_at timestamptz not null,
    changed_by uuid not null,
    check (usual_from <= usual_to and spacing_from <= spacing_to)
);
call tenant_wall('pursuit_rule');

-- Firms that are there already get the list with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'pretext', 'newProduct', '新品资料', 'New product', 'blue', 0),
            (firm, 'pretext', 'industryNews', '行业消息', 'News of the trade', 'tide', 1),
            (firm, 'pretext', 'caseStudy', '案例分享', 'Case of another customer', 'violet', 2),
            (firm, 'pretext', 'afterDelivery', '交付回访', 'Call after delivery', 'ok', 3),
            (firm, 'pretext', 'festival', '节日问候', 'Festival greetings', 'warn', 4),
            (firm, 'pretext', 'invitation', '活动邀请', 'Invitation', 'blue', 5),
            (firm, 'pretext', 'sample', '送样试用', 'Samples to try', 'tide', 6),
            (firm, 'pretext', 'offer', '优惠政策', 'Special terms', 'gray', 7)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
