package io.chaoxi.dictionary;

import io.chaoxi.platform.record.CustomFields;
import io.chaoxi.platform.record.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The firm's own fields as the record machine asks for them, from a copy that is at most two seconds old. */
@Component
class FirmFields implements CustomFields {
    private final KeptForFirm<Map<String, List<Field>>> fields;

    FirmFields(CustomFieldSql sql, TransactionTemplate transaction) {
        this.fields = new KeptForFirm<>(transaction, () -> entries(sql.all()));
    }

    private static Map<String, List<Field>> entries(Map<String, List<CustomField>> objects) {
        var entries = new HashMap<String, List<Field>>();
        objects.forEach((object, fields) ->
                entries.put(object, fields.stream().map(CustomField::entry).toList()));
        return entries;
    }

    @Override
    public List<Field> of(String object) {
        return fields.get().getOrDefault(object, List.of());
    }

    void forget() {
        fields.forget();
    }
}
