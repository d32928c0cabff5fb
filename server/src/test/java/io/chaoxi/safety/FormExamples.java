package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The requests about web forms. */
final class FormExamples {
    private static final Map<String, Object> FORM = Map.of(
            "name", "官网",
            "title", "留下联系方式",
            "thanks", "谢谢",
            "fields",
                    List.of(Map.of("name", "contactName", "required", true), Map.of("name", "phone", "required", true)),
            "consent", "同意为联系我而处理以上信息",
            "source", "online",
            "origins", List.of("https://www.example.com"));

    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    FormExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    /** A new form, and those before it gone: a firm has fifty at most. */
    private Call about(Call call) {
        for (var form : of.http.get(Ingredients.API + "web-forms").json().path("items")) {
            of.http.delete(Ingredients.API + "web-forms/" + form.path("id").asString());
        }
        return call.at("id", of.made("web-forms", FORM));
    }

    void all() {
        add.accept("GET web-forms", call -> call);
        add.accept("GET web-forms/fields", call -> call);
        add.accept("GET web-forms/{id}", this::about);
        add.accept("POST web-forms", call -> {
            about(Call.of("GET " + Ingredients.API + "web-forms/{id}"));
            return call.sending(FORM);
        });
        add.accept("POST web-forms/preview", call -> call.sending(FORM));
        add.accept("POST web-forms/{id}/key", this::about);
        add.accept(
                "PATCH web-forms/{id}",
                call -> about(call).with("If-Match", "\"1\"").sending(Map.of("name", of.word())));
        add.accept("DELETE web-forms/{id}", this::about);
    }
}
