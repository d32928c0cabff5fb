-- Firms that are there already get the lists with which new ones begin (labels/dictionary.yaml); each behind its wall.
do $$
declare
    firm bigint;
begin
    for firm in select id from tenant loop
        perform set_config('app.tenant', firm::text, true);
        insert into dictionary_item (tenant_id, dictionary, id, label, label_en, color, position)
        values
            (firm, 'leadStatus', 'new', '新线索', 'New', 'gray', 0),
            (firm, 'leadStatus', 'following', '跟进中', 'Following up', 'blue', 1),
            (firm, 'leadStatus', 'qualified', '合格', 'Qualified', 'ok', 2),
            (firm, 'leadStatus', 'converted', '已转化', 'Converted', 'violet', 3),
            (firm, 'leadStatus', 'invalid', '无效', 'Invalid', 'bad', 4),
            (firm, 'leadInvalidReason', 'unreachable', '空号、联系不上', 'Cannot be reached', 'gray', 0),
            (firm, 'leadInvalidReason', 'noNeed', '没有需求', 'No need', 'gray', 1),
            (firm, 'leadInvalidReason', 'outOfScope', '不在业务范围', 'Not our business', 'gray', 2),
            (firm, 'leadInvalidReason', 'noBudget', '没有预算', 'No budget', 'gray', 3),
            (firm, 'leadInvalidReason', 'competitor', '同行', 'Competitor', 'warn', 4),
            (firm, 'leadInvalidReason', 'duplicate', '重复', 'Duplicate', 'gray', 5),
            (firm, 'leadInvalidReason', 'other', '其他', 'Other', 'gray', 6),
            (firm, 'inquiryCompany', 'given', '说了公司', 'Names it', 'ok', 0),
            (firm, 'inquiryCompany', 'withheld', '不肯说', 'Withholds it', 'warn', 1),
            (firm, 'inquiryUse', 'ownUse', '自用', 'Own use', 'ok', 0),
            (firm, 'inquiryUse', 'resale', '转卖', 'Resale', 'warn', 1),
            (firm, 'inquirySpecification', 'clear', '说得清', 'Clear', 'ok', 0),
            (firm, 'inquirySpecification', 'vague', '说不清', 'Vague', 'warn', 1),
            (firm, 'inquiryInsider', 'insider', '懂行', 'Insider', 'ok', 0),
            (firm, 'inquiryInsider', 'outsider', '外行', 'Outsider', 'warn', 1),
            (firm, 'inquirer', 'buyer', '买家', 'Buyer', 'ok', 0),
            (firm, 'inquirer', 'probe', '探价', 'Probe for prices', 'warn', 1)
        on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end $$;
