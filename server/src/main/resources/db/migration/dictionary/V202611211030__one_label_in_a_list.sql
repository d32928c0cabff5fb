-- Two items of one name in the same list cannot be told apart by people or by an import.
create unique index dictionary_item_label on dictionary_item (tenant_id, dictionary, coalesce(parent, ''), lower(label));
