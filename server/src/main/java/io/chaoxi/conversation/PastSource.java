package io.chaoxi.conversation;

import io.chaoxi.platform.record.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who knows things of one kind that happened around records; registers as a bean, in the order of the kinds. */
public interface PastSource {

    /** What an entry is: its type in the answer, and by which one asks for it. */
    String type();

    /**
     * The newest before a moment, newest first; none where records of the object have nothing of the kind.
     *
     * @param record one that whoever asks reaches
     */
    List<Entry> of(Catalogue catalogue, UUID record, @Nullable Moment before, int rows);

    /** The newest of all that stand above the timeline. */
    default List<Entry> pinned(Catalogue catalogue, UUID record) {
        return List.of();
    }

    /** @param shown as the API shows it, with its id */
    record Entry(Moment place, Map<String, @Nullable Object> shown) {}
}
