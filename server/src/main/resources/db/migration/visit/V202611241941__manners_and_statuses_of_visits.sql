-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'visitManner', 'onSite', '登门', 'At theirs', 'blue', 0),
            (firm, 'visitManner', 'invited', '请来我方', 'At ours', 'tide', 1),
            (firm, 'visitManner', 'outside', '约在外面', 'Elsewhere', 'violet', 2),
            (firm, 'visitManner', 'video', '视频', 'By video', 'gray', 3),
            (firm, 'visitStatus', 'planned', '已计划', 'Planned', 'blue', 0),
            (firm, 'visitStatus', 'underWay', '拜访中', 'Under way', 'tide', 1),
            (firm, 'visitStatus', 'done', '已完成', 'Done', 'ok', 2),
            (firm, 'visitStatus', 'cancelled', '已取消', 'Cancelled', 'gray', 3)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
