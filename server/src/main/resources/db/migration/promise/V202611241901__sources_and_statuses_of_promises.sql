-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'promiseSource', 'talk', '沟通中说的', 'Talk', 'blue', 0),
            (firm, 'promiseSource', 'visit', '拜访时说的', 'Visit', 'tide', 1),
            (firm, 'promiseSource', 'quote', '报价', 'Quote', 'violet', 2),
            (firm, 'promiseSource', 'delivery', '交付', 'Delivery', 'ok', 3),
            (firm, 'promiseSource', 'complaint', '投诉', 'Complaint', 'bad', 4),
            (firm, 'promiseSource', 'apology', '道歉', 'Apology', 'warn', 5),
            (firm, 'promiseSource', 'other', '其他', 'Other', 'gray', 6),
            (firm, 'promiseStatus', 'open', '待兑现', 'Open', 'blue', 0),
            (firm, 'promiseStatus', 'kept', '已兑现', 'Kept', 'ok', 1),
            (firm, 'promiseStatus', 'broken', '没做到', 'Broken', 'bad', 2),
            (firm, 'promiseStatus', 'released', '客户免了', 'Released', 'gray', 3),
            (firm, 'promiseStatus', 'void', '作废', 'Struck out', 'gray', 4)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
