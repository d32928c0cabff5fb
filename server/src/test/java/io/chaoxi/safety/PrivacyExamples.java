package io.chaoxi.safety;

import io.chaoxi.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The requests about the personal data of contacts. */
final class PrivacyExamples {
    private static final String CONTACT = "privacy/{object}/{id}";
    private static final Map<String, String> HOLD = Map.of("reason", "合同还有纠纷");

    private final TestDatabase database;
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    PrivacyExamples(TestDatabase database, Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.database = database;
        this.of = of;
        this.add = add;
    }

    private String contact() {
        return of.record("contact", Map.of("name", "来访")).toString();
    }

    private Call fresh(Call call) {
        return call.at("object", "contact").at("id", contact());
    }

    void all() {
        add.accept("POST " + CONTACT + "/export", this::fresh);
        add.accept(
                "POST " + CONTACT + "/erase",
                call -> fresh(call).sending(Map.of("name", "来访", "reason", "consentWithdrawn")));
        add.accept("GET consent-texts", call -> call);
        add.accept("POST consent-texts", call -> call.sending(of.consentText()));
        add.accept("GET " + CONTACT + "/consents", this::fresh);
        add.accept("POST " + CONTACT + "/consents", call -> fresh(call).sending(of.consent()));
        add.accept("POST " + CONTACT + "/consents/{consent}/withdraw", call -> {
            String id = contact();
            String given = of.made("privacy/contact/" + id + "/consents", of.consent());
            return call.at("object", "contact").at("id", id).at("consent", given);
        });
        ofRetention();
        ofAffected();
        add.accept(
                "POST privacy/others-named",
                call -> call.sending(
                        Map.of("object", "customer", "record", of.customer.toString(), "text", "来访说要再等等")));
    }

    private void ofRetention() {
        add.accept("GET privacy/retention", call -> call);
        add.accept(
                "PATCH privacy/retention",
                call -> call.with("If-Match", "\"" + of.version("privacy/retention") + "\"")
                        .sending(Map.of("months", 600, "binnedOnly", false)));
        add.accept("GET privacy/{object}/due", call -> call.at("object", "contact"));
        add.accept("POST privacy/{object}/due/erasure", call -> {
            of.keptFor(600);
            database.arrange(
                    "update contact set changed_at = now() - interval '60 years' where id = '%s'".formatted(contact()));
            return call.at("object", "contact");
        });
        add.accept("GET " + CONTACT + "/holds", this::fresh);
        add.accept("POST " + CONTACT + "/holds", call -> fresh(call).sending(HOLD));
        add.accept("DELETE " + CONTACT + "/holds/{hold}", call -> {
            String id = contact();
            String hold = of.made("privacy/contact/" + id + "/holds", HOLD);
            return call.at("object", "contact").at("id", id).at("hold", hold);
        });
    }

    private void ofAffected() {
        for (String end : List.of("", "/export")) {
            add.accept(
                    "POST privacy/{object}/affected" + end,
                    call -> call.at("object", "contact")
                            .sending(Map.of("from", "2026-01-01T00:00:00Z", "to", "2026-12-31T00:00:00Z")));
        }
    }
}
