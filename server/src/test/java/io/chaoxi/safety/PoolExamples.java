package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The requests about pools and what is taken out of them. */
final class PoolExamples {
    private static final Map<String, String> LOCK = Map.of("reason", "项目在谈");

    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    PoolExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private String locked(String object) {
        String id = of.record(object, Map.of()).toString();
        of.done(of.http.post(Ingredients.API + object + "s/" + id + "/lock", LOCK));
        return id;
    }

    private void outAndBack(String object) {
        String one = "POST " + object + "s/{id}";
        Supplier<String> fresh = () -> of.record(object, Map.of()).toString();
        add.accept(one + "/claim", call -> call.at("id", of.waiting(object).toString()));
        add.accept(one + "/release", call -> call.at("id", fresh.get()).sending(Map.of("reason", "近期无计划")));
        add.accept(one + "/lock", call -> call.at("id", fresh.get()).sending(LOCK));
        add.accept(one + "/unlock", call -> call.at("id", locked(object)).sending(LOCK));
    }

    void all() {
        add.accept("GET my-pools/{object}", call -> call.at("object", "customer"));
        List.of("customer", "lead").forEach(this::outAndBack);
        add.accept(
                "POST pools/{id}/return-trial",
                call -> call.at("id", of.record("pool", Map.of()).toString())
                        .sending(Map.of("returns", Map.of("days", 30, "warnDays", 3))));
        add.accept(
                "GET pools/{id}/terms",
                call -> call.at("id", of.record("pool", Map.of()).toString()));
        add.accept(
                "PUT pools/{id}/terms",
                call -> call.at("id", of.record("pool", Map.of()).toString())
                        .with("If-Match", "\"1\"")
                        .sending(Map.of(
                                "members", List.of(),
                                "fields", List.of("industry"),
                                "grades", Map.of(),
                                "returns", Map.of("days", 30, "kinds", List.of("visit"), "warnDays", 3))));
    }
}
