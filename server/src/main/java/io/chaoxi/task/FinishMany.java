package io.chaoxi.task;

import io.chaoxi.platform.record.BulkAction;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.RecordType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finishing as an act on many tasks. */
@Component
class FinishMany implements BulkAction {
    private final Tasks tasks;

    FinishMany(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "finish";
    }

    @Override
    public boolean fits(RecordType type) {
        return type.object().equals("task");
    }

    @Override
    public String right() {
        return "update";
    }

    @Override
    public void apply(Catalogue catalogue, UUID record, JsonNode arguments, @Nullable UUID job) {
        tasks.done(record, null, null, job);
    }
}
