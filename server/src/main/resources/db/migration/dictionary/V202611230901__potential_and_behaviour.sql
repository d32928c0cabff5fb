-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'potential', 'high', '高', 'High', 'ok', 0),
            (firm, 'potential', 'medium', '中', 'Medium', 'blue', 1),
            (firm, 'potential', 'low', '低', 'Low', 'gray', 2),
            (firm, 'behaviour', 'active', '活跃', 'Active', 'ok', 0),
            (firm, 'behaviour', 'dormant', '沉睡', 'Dormant', 'warn', 1),
            (firm, 'behaviour', 'lost', '流失', 'Lost', 'bad', 2)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
