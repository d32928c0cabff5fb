package io.chaoxi.dictionary;

import io.chaoxi.platform.job.JobView;
import io.chaoxi.platform.job.Jobs;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.rights.Acting;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a custom field an index: a typed key column beside the record, four for texts and four for numbers and times per
 * object. Until every record is filled, filters and sorts read the field as before.
 */
@Service
public class CustomFieldIndex {
    private static final int SLOTS = 4;

    private final CustomFieldSql sql;
    private final CustomFieldDesign design;
    private final FirmFields fields;
    private final Jobs jobs;

    CustomFieldIndex(CustomFieldSql sql, CustomFieldDesign design, FirmFields fields, Jobs jobs) {
        this.sql = sql;
        this.design = design;
        this.fields = fields;
        this.jobs = jobs;
    }

    /**
     * Takes a free key column for the field and begins to fill it; from now on every write fills it too. 422
     * {@code noIndexSlot} when all are taken, {@code notIndexable} for a type that has no key, 409 {@code alreadyIndexed}.
     * Asked again after a job that failed, it begins anew with the column it has.
     */
    @Transactional
    public JobView start(String object, UUID id) {
        Acting.current().require(CustomFieldDesign.RIGHT);
        CustomField field = design.find(object, id);
        if (field.indexed()) throw Refusal.of(409, "alreadyIndexed");
        if (field.slot() == null) {
            String kind = kind(field.type()).orElseThrow(() -> Refusal.of(422, "notIndexable"));
            sql.takeSlot(id, free(object, kind));
            fields.forget();
        }
        return jobs.get(jobs.start(IndexJob.KIND, object, Map.of("object", object, "field", id.toString())));
    }

    /** The kind of key column that a type needs; none where there is no order or no single value to keep. */
    private static Optional<String> kind(FieldType type) {
        return switch (type) {
            case NUMBER, PERCENT, MONEY, DATE, DATE_TIME, YES_NO -> Optional.of("key_int");
            case TEXT, PHONE, EMAIL, LINK, CHOICE, REGION, INDUSTRY, PERSON, DEPARTMENT -> Optional.of("key_text");
            default -> Optional.empty();
        };
    }

    /** Two who take the same slot in one moment meet a unique index: the second is told 409 and asks again. */
    private String free(String object, String kind) {
        var taken = sql.slots(object);
        return IntStream.rangeClosed(1, SLOTS)
                .mapToObj(number -> kind + number)
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow(() -> Refusal.of(422, "noIndexSlot"));
    }
}
