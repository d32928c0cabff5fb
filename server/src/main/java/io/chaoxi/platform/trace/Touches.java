package io.chaoxi.platform.trace;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;

/**
 * Somebody who knows when a person was last dealt with, beside changes of his record; registers as a bean. What is kept
 * about people no longer than needed is counted from the newest of all.
 */
public interface Touches {

    /** The newest time at which something was kept about the record, as part of a statement; null where nothing was. */
    Field<OffsetDateTime> newest(String object, Field<UUID> record);
}
