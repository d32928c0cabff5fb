package io.chaoxi.exchange;

import io.chaoxi.platform.record.RecordQuery;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an export was asked for; kept as the arguments of its job. Empty texts mean "not asked"; ids, when there are any,
 * are the only records that go out.
 */
record ExportOrder(
        String object, String filter, String q, String sort, List<String> fields, Set<UUID> ids, String format) {
    ExportOrder {
        ids = Set.copyOf(ids);
        fields = List.copyOf(fields);
    }

    /** The list whose rows go out, from the cursor on. */
    RecordQuery page(@Nullable String after) {
        return new RecordQuery(filter, q, sort, fields, RecordQuery.LARGEST_PAGE, after, false, ids);
    }
}
