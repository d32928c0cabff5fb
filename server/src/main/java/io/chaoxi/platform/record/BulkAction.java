package io.chaoxi.platform.record;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A verb of the trade that is done to many records as to one; registers as a bean. */
public interface BulkAction {
    /** Its name in the API; labels/job.yaml has a sentence under it. */
    String name();

    /** Whether there is such an act for records of this type: for those that wait in pools, unless it says otherwise. */
    default boolean fits(RecordType type) {
        return type.pooled();
    }

    /** The action right on the object that it needs. */
    String right();

    /** Refuses arguments with which it could be done to no record. */
    default void check(Catalogue catalogue, JsonNode arguments) {}

    /** Does it to one record with the rights of that moment. */
    void apply(Catalogue catalogue, UUID record, JsonNode arguments, @Nullable UUID job);
}
