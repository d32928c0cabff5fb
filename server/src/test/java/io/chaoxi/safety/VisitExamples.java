package io.chaoxi.safety;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What visits have beyond the verbs of every record. */
final class VisitExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;
    private String template = "";

    VisitExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    private String visit() {
        return of.record("visit", Map.of()).toString();
    }

    private String begun() {
        String id = visit();
        of.done(of.http.post(Ingredients.API + "visits/" + id + "/check-in", Map.of()));
        String template = template();
        var answers = Map.of("template", template, "version", 1, "answers", List.of(answer()));
        of.done(of.http.put(Ingredients.API + "visits/" + id + "/answers", answers));
        return id;
    }

    /** The same for all: a firm has room for so many. */
    private String template() {
        if (template.isEmpty()) template = of.made("visit-templates", body());
        return template;
    }

    private Map<String, Object> body() {
        var question = Map.of("id", "more", "kind", "text", "text", "还能多做什么", "required", true);
        return Map.of("name", of.word(), "questions", List.of(question));
    }

    private static Map<String, Object> answer() {
        return Map.of("question", "more", "text", "再快一点");
    }

    private Map<String, Object> answers() {
        return Map.of("template", template(), "version", 1, "answers", List.of(answer()));
    }

    void all() {
        var place = Map.of("latitude", "31.230416", "longitude", "121.473701", "accuracy", 20);
        add.accept(
                "POST visits/{id}/check-in",
                call -> call.at("id", visit())
                        .with("Idempotency-Key", "k" + of.next())
                        .sending(Map.of("at", Instant.now().toString(), "position", place)));
        add.accept(
                "POST visits/{id}/check-out",
                call -> call.at("id", begun())
                        .sending(Map.of(
                                "result",
                                "谈妥了",
                                "position",
                                place,
                                "contacts",
                                List.of(contact().toString()))));
        add.accept(
                "POST visits/{id}/cancel",
                call -> call.at("id", visit()).with("If-Match", "\"1\"").sending(Map.of("reason", "客户出差")));
        add.accept("GET visits/{id}/stay", call -> call.at("id", visit()));
        add.accept("GET visits/{id}/answers", call -> call.at("id", begun()));
        add.accept("PUT visits/{id}/answers", call -> call.at("id", visit()).sending(answers()));
        add.accept("GET customers/{id}/visits", call -> call.at("id", of.customer.toString()));
        add.accept("GET visit-templates", call -> call);
        add.accept("POST visit-templates", call -> call.sending(body()));
        add.accept(
                "PUT visit-templates/{id}",
                call -> call.at("id", of.made("visit-templates", body()))
                        .with("If-Match", "\"1\"")
                        .sending(body()));
        add.accept(
                "GET visit-templates/{id}/counts",
                call -> call.at("id", template()).asking("filter", "status==done"));
        add.accept("GET visit-templates/{id}/sheet", call -> call.at("id", template()));
    }

    private UUID contact() {
        return of.record("contact", Map.of());
    }
}
