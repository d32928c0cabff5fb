package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What leads have beyond the verbs of every record. */
final class LeadExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    LeadExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private Call seen(Call call, String id) {
        return call.at("id", id).with("If-Match", "\"" + of.version("leads/" + id) + "\"");
    }

    private String lead() {
        return of.record("lead", Map.of("contactName", of.word())).toString();
    }

    private String invalid() {
        String id = lead();
        of.done(of.http
                .with("If-Match", "\"1\"")
                .post(Ingredients.API + "leads/" + id + "/invalidate", Map.of("reason", "other")));
        return id;
    }

    void all() {
        add.accept("GET duplicates/lead", call -> call.asking("name", "安全1").asking("phone", "13900000001"));
        add.accept("GET leads/{id}/matches", call -> call.at("id", lead()));
        add.accept("GET leads/{id}/submissions", call -> call.at("id", lead()));
        add.accept(
                "POST leads/{id}/convert",
                call -> seen(call, lead()).sending(Map.of("customer", "new", "contact", "new")));
        add.accept(
                "POST leads/{id}/invalidate",
                call -> seen(call, lead()).sending(Map.of("reason", "noNeed", "note", "不买")));
        add.accept("POST leads/{id}/reopen", call -> seen(call, invalid()));
        add.accept("GET leads/{id}/qualification", call -> call.at("id", lead()));
        add.accept(
                "PUT leads/{id}/qualification",
                call -> seen(call, lead()).sending(Map.of("answers", Map.of("budget", true))));
        add.accept("GET lead-qualification", call -> call);
        var criterion = Map.of("id", "budget", "kind", "interest", "name", "有预算", "points", 20);
        add.accept(
                "PUT lead-qualification",
                call -> call.with("If-Match", "\"" + of.version("lead-qualification") + "\"")
                        .sending(Map.of("threshold", 20, "items", List.of(criterion))));
    }
}
