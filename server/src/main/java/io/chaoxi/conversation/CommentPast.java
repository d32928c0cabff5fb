package io.chaoxi.conversation;

import io.chaoxi.platform.record.Catalogue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said on a record. */
@Component
@Order(2)
class CommentPast implements PastSource {
    private final CommentSql comments;
    private final Entries entries;

    CommentPast(CommentSql comments, Entries entries) {
        this.comments = comments;
        this.entries = entries;
    }

    @Override
    public String type() {
        return "comment";
    }

    @Override
    public List<Entry> of(Catalogue catalogue, UUID record, @Nullable Moment before, int rows) {
        UUID bound = before == null ? null : before.bound();
        return Entries.placed(entries.comments(comments.of(catalogue.type().object(), record, bound, rows)));
    }

    @Override
    public List<Entry> pinned(Catalogue catalogue, UUID record) {
        return Entries.placed(entries.comments(comments.pinned(catalogue.type().object(), record)));
    }
}
