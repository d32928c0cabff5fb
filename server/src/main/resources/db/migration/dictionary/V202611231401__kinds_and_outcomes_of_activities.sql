-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'activityKind', 'call', '电话', 'Call', 'blue', 0),
            (firm, 'activityKind', 'visit', '拜访', 'Visit', 'tide', 1),
            (firm, 'activityKind', 'wechat', '微信', 'WeChat', 'ok', 2),
            (firm, 'activityKind', 'email', '邮件', 'E-mail', 'violet', 3),
            (firm, 'activityKind', 'meeting', '会议', 'Meeting', 'warn', 4),
            (firm, 'activityKind', 'sms', '短信', 'Text message', 'gray', 5),
            (firm, 'activityKind', 'chat', '在线聊天', 'Chat', 'gray', 6),
            (firm, 'activityOutcome', 'need', '有需求', 'Has a need', 'ok', 0),
            (firm, 'activityOutcome', 'appointment', '约时间', 'Appointment', 'blue', 1),
            (firm, 'activityOutcome', 'material', '发资料', 'Wants material', 'tide', 2),
            (firm, 'activityOutcome', 'noAnswer', '没人接', 'No answer', 'gray', 3),
            (firm, 'activityOutcome', 'notNow', '暂不需要', 'Not now', 'warn', 4),
            (firm, 'activityOutcome', 'refused', '拒绝', 'Refused', 'bad', 5),
            (firm, 'activityOutcome', 'done', '办成了', 'Done', 'ok', 6)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
