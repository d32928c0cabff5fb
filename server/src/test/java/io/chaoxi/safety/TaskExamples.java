package io.chaoxi.safety;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What tasks have beyond the verbs of every record. */
final class TaskExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    TaskExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private Call seen(Call call, String id) {
        return call.at("id", id).with("If-Match", "\"" + of.version("tasks/" + id) + "\"");
    }

    private String task() {
        return of.record("task", Map.of("repeatUnit", "week")).toString();
    }

    private String done() {
        String id = task();
        of.done(of.http.with("If-Match", "\"1\"").post(Ingredients.API + "tasks/" + id + "/done", Map.of()));
        return id;
    }

    void all() {
        add.accept("POST tasks/{id}/done", call -> seen(call, task()).sending(Map.of("result", "约好了")));
        add.accept(
                "POST tasks/{id}/cancel", call -> seen(call, task()).sending(Map.of("reason", "不做了", "series", true)));
        add.accept("POST tasks/{id}/reopen", call -> seen(call, done()));
        for (String of : new String[] {"customer", "contact", "lead"}) {
            add.accept(
                    "GET " + of + "s/{id}/tasks",
                    call -> call.at("id", this.of.record(of, Map.of()).toString()));
        }
    }
}
