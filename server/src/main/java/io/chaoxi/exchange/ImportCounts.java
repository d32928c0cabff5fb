package io.chaoxi.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows so far; kept as the place of the job, together with what was written.
 *
 * @param row the last row of the sheet that was treated
 * @param made whether the file of refused rows is there
 */
record ImportCounts(
        int row, long created, long updated, long merged, long skipped, long refused, boolean treated, boolean made) {
    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, false, false);

    long rows() {
        return created + updated + merged + skipped + refused;
    }

    ImportCounts plus(int lastRow, Tally tally) {
        return new ImportCounts(
                lastRow,
                created + tally.created,
                updated + tally.updated,
                merged + tally.merged,
                skipped + tally.skipped,
                refused + tally.refused,
                false,
                false);
    }

    ImportCounts allTreated() {
        return new ImportCounts(row, created, updated, merged, skipped, refused, true, false);
    }

    ImportCounts fileMade() {
        return new ImportCounts(row, created, updated, merged, skipped, refused, true, true);
    }

    Map<String, @Nullable Object> result() {
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("created", created);
        result.put("updated", updated);
        result.put("merged", merged);
        result.put("skipped", skipped);
        result.put("refused", refused);
        return result;
    }

    /** The counts of one chunk in the making. */
    static final class Tally {
        long created;
        long updated;
        long merged;
        long skipped;
        long refused;
    }
}
