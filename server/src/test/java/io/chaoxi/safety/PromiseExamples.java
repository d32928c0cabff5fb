package io.chaoxi.safety;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What promises have beyond the verbs of every record. */
final class PromiseExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    PromiseExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private Call seen(Call call, String id) {
        return call.at("id", id).with("If-Match", "\"" + of.version("promises/" + id) + "\"");
    }

    private String promise() {
        return of.record("promise", Map.of()).toString();
    }

    private String broken() {
        var values = Map.<String, Object>of(
                "status", "broken", "dueOn", LocalDate.now(ZoneOffset.UTC).minusDays(9));
        return of.record("promise", values).toString();
    }

    private String kept() {
        String id = promise();
        var proof = Map.of("proof", "已签收");
        of.done(of.http.with("If-Match", "\"1\"").post(Ingredients.API + "promises/" + id + "/keep", proof));
        return id;
    }

    void all() {
        add.accept("POST promises/{id}/keep", call -> seen(call, promise()).sending(Map.of("proof", "已签收")));
        add.accept("POST promises/{id}/release", call -> seen(call, promise()).sending(Map.of("reason", "不要了")));
        var move = Map.of("dueOn", "2031-03-14", "dueTime", "10:00", "reason", "缺料", "agreed", true);
        add.accept("POST promises/{id}/postpone", call -> seen(call, promise()).sending(move));
        add.accept("POST promises/{id}/reopen", call -> seen(call, kept()));
        add.accept("POST promises/{id}/strike", call -> seen(call, promise()).sending(Map.of("reason", "记错了")));
        var again = Map.of("subject", "周五前补上", "dueOn", "2031-03-14", "dueTime", "10:00");
        var apology = Map.of("said", "道了歉", "offered", "运费我们出", "again", again);
        add.accept("POST promises/{id}/apologize", call -> seen(call, broken()).sending(apology));
        add.accept("GET promises/score", call -> call.asking("days", 90));
        for (String of : new String[] {"customer", "contact", "lead"}) {
            add.accept(
                    "GET " + of + "s/{id}/promises",
                    call -> call.at("id", this.of.record(of, Map.of()).toString()));
        }
    }
}
