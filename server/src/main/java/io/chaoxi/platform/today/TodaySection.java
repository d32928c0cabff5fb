package io.chaoxi.platform.today;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of work that waits for somebody; registers as a bean, in the order in which it is to be done
 * ({@code @Order}: 50 about to be lost, 100 overdue, 200 due today, 300 new, 400 quiet). A record belongs to one section of
 * its object at most, so filters of the same object exclude each other; only what is about to be lost is told besides.
 *
 * @param key names it, with {@code section.<key>} in labels/today.yaml
 * @param object whose records they are; it has an owner
 * @param filter which of one's own they are, as a list's filter; who may not ask by its fields has no such section
 * @param sort the most urgent first, as a list's sort; who may not see its fields has no such section either
 * @param due the field by which it is due, if there is one; the filter names it
 * @param shown further fields that reasons and rows are told by, each left out for whom it is hidden
 * @param weight whether it is late, is to be done, or only helps whoever has time
 */
public record TodaySection(
        String key,
        String object,
        String filter,
        String sort,
        @Nullable String due,
        List<String> shown,
        Weight weight,
        Reason reason,
        List<Act> acts) {

    /** What is late or open counts among what is still to be done. */
    public enum Weight {
        LATE("late"),
        OPEN("open"),
        SPARE("spare");

        private final String key;

        Weight(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }
    }

    /** Says why one of the records stands there; the fields of filter and sort are there. */
    @FunctionalInterface
    public interface Reason {
        Why of(Told told);
    }

    /** What may be told of a record, on that day; a field that is hidden or empty is null. */
    public record Told(Map<String, @Nullable Object> values, Day day) {
        public @Nullable LocalDate date(String field) {
            return (LocalDate) values.get(field);
        }

        public @Nullable Instant moment(String field) {
            return (Instant) values.get(field);
        }
    }
}
