-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'taskKind', 'call', '电话', 'Call', 'blue', 0),
            (firm, 'taskKind', 'visit', '拜访', 'Visit', 'tide', 1),
            (firm, 'taskKind', 'wechat', '微信', 'WeChat', 'ok', 2),
            (firm, 'taskKind', 'email', '邮件', 'E-mail', 'violet', 3),
            (firm, 'taskKind', 'material', '准备资料', 'Prepare material', 'warn', 4),
            (firm, 'taskKind', 'other', '其他', 'Other', 'gray', 5),
            (firm, 'taskPriority', 'high', '高', 'High', 'bad', 0),
            (firm, 'taskPriority', 'medium', '中', 'Medium', 'blue', 1),
            (firm, 'taskPriority', 'low', '低', 'Low', 'gray', 2),
            (firm, 'taskStatus', 'open', '待办', 'Open', 'blue', 0),
            (firm, 'taskStatus', 'done', '完成', 'Done', 'ok', 1),
            (firm, 'taskStatus', 'cancelled', '取消', 'Cancelled', 'gray', 2),
            (firm, 'taskRepeat', 'day', '每天', 'Day', 'gray', 0),
            (firm, 'taskRepeat', 'week', '每周', 'Week', 'gray', 1),
            (firm, 'taskRepeat', 'month', '每月', 'Month', 'gray', 2)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
