package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The requests about rhythms and pursuits. */
final class CadenceExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    CadenceExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private Map<String, Object> cadence() {
        return Map.of(
                "name",
                of.word(),
                "condition",
                "name==没有这一家",
                "every",
                3,
                "unit",
                "month",
                "kind",
                "call",
                "leadDays",
                5,
                "goal",
                "问问用得怎么样",
                "active",
                true);
    }

    private String made() {
        return of.made("cadences", cadence());
    }

    /** The same for every call, and the one before gone, for a firm has some fifty of them. */
    private String fresh() {
        for (var one : of.http.get(Ingredients.API + "cadences").json().path("items")) {
            of.http.delete(Ingredients.API + "cadences/" + one.path("id").asString());
        }
        return made();
    }

    void all() {
        add.accept("GET cadences", call -> call);
        add.accept("POST cadences", call -> {
            of.deleted("cadences", fresh());
            return call.sending(cadence());
        });
        add.accept(
                "PUT cadences/{id}",
                call -> call.at("id", fresh()).with("If-Match", "\"1\"").sending(cadence()));
        add.accept("DELETE cadences/{id}", call -> call.at("id", fresh()));
        add.accept("POST cadences/trial", call -> call.sending(Map.of("cadence", cadence(), "id", fresh())));
        add.accept("GET customers/{id}/cadences", call -> call.at("id", of.customer.toString()));
        for (String object : List.of("customer", "lead")) {
            add.accept(
                    "GET " + object + "s/{id}/pursuit",
                    call -> call.at("id", of.record(object, Map.of()).toString()));
        }
        add.accept("GET pursuit-rules", call -> call);
        add.accept(
                "PUT pursuit-rules",
                call -> call.with("If-Match", "\"" + of.version("pursuit-rules") + "\"")
                        .sending(Map.of(
                                "usualFrom",
                                4,
                                "usualTo",
                                9,
                                "spacingFrom",
                                7,
                                "spacingTo",
                                14,
                                "kinds",
                                List.of("call", "visit"))));
    }
}
