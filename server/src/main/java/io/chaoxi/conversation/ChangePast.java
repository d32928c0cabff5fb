package io.chaoxi.conversation;

import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.HistoryLines;
import io.chaoxi.platform.record.RecordPast;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The changes of a record. */
@Component
@Order(1)
class ChangePast implements PastSource {
    private final RecordPast past;
    private final HistoryLines lines;

    ChangePast(RecordPast past, HistoryLines lines) {
        this.past = past;
        this.lines = lines;
    }

    @Override
    public String type() {
        return "change";
    }

    @Override
    public List<Entry> of(Catalogue catalogue, UUID record, @Nullable Moment before, int rows) {
        UUID bound = before == null ? null : before.bound();
        return Entries.placed(lines.of(catalogue, past.of(catalogue, record, bound, rows)));
    }
}
