package io.chaoxi.safety;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The requests about what the firm reckons with, exchange rates and days of work, and about what its people hold. */
final class FirmExamples {
    private final Ingredients of;
    private final BiConsumer<String, Function<Call, Call>> add;

    FirmExamples(Ingredients of, BiConsumer<String, Function<Call, Call>> add) {
        this.of = of;
        this.add = add;
    }

    void all() {
        rates();
        workdays();
        holdings();
    }

    /** Somebody with a customer. */
    private UUID holder() {
        UUID person = of.record("person", Map.of());
        of.record("customer", Map.of("owner", person));
        return person;
    }

    private void holdings() {
        add.accept("GET people/{id}/holdings", call -> call.at("id", holder().toString()));
        add.accept("POST people/{id}/handover", call -> {
            var part = Map.of("object", "customer", "owners", List.of(of.record("person", Map.of())));
            return call.at("id", holder().toString()).sending(Map.of("parts", List.of(part), "reason", "离职"));
        });
    }

    private void rates() {
        add.accept("GET exchange-rates", call -> call.asking("currency", "USD").asking("limit", 2));
        add.accept("GET exchange-rates/convert", call -> {
            of.made("exchange-rates", of.rate());
            return call.asking("amount", "12.5").asking("from", "USD").asking("to", "CNY");
        });
        add.accept("POST exchange-rates", call -> call.sending(of.rate()));
        add.accept(
                "PATCH exchange-rates/{id}",
                call -> call.at("id", of.made("exchange-rates", of.rate()))
                        .with("If-Match", "\"1\"")
                        .sending(Map.of("rate", "7.2")));
        add.accept("DELETE exchange-rates/{id}", call -> call.at("id", of.made("exchange-rates", of.rate())));
    }

    private void workdays() {
        add.accept("GET work-calendar", call -> call.asking("year", 2026));
        add.accept(
                "PATCH work-calendar",
                call -> call.with("If-Match", "\"0\"").sending(Map.of("weekdays", List.of(1, 2, 3))));
        add.accept(
                "PUT work-calendar/days/{day}",
                call -> call.at("day", "2026-12-24").sending(Map.of("works", false, "name", "厂庆")));
        add.accept("DELETE work-calendar/days/{day}", call -> call.at("day", "2026-12-25"));
    }
}
