package io.chaoxi.safety;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The requests about the personal data of contacts. */
final class PrivacyExamples {
    private static final String CONTACT = "privacy/{object}/{id}";

    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    PrivacyExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
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
    }
}
