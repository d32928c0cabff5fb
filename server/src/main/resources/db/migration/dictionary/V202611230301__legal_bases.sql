-- Firms that are there already get the list with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'legalBasis', 'consent', '本人同意', 'Consent', 'ok', 0),
            (firm, 'legalBasis', 'contract', '订立、履行合同需要', 'Contract', 'blue', 1),
            (firm, 'legalBasis', 'duty', '履行法定职责或义务', 'Legal duty', 'violet', 2),
            (firm, 'legalBasis', 'emergency', '应对突发事件、保护生命财产', 'Emergency', 'warn', 3),
            (firm, 'legalBasis', 'news', '新闻报道、舆论监督', 'News in the public interest', 'gray', 4),
            (firm, 'legalBasis', 'public', '本人公开或已合法公开的', 'Public already', 'tide', 5),
            (firm, 'legalBasis', 'other', '法律规定的其他情形', 'Another case of the law', 'gray', 6)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
