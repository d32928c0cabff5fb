package io.chaoxi.currency;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chaoxi.platform.problem.IfMatch;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.record.Money;
import io.chaoxi.platform.record.RecordQuery;
import io.chaoxi.platform.rights.Needs;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exchange rates over HTTP. Rates and amounts are texts, so that no reader rounds them. */
@RestController
@RequestMapping("/api/v1/exchange-rates")
class ExchangeRateController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ExchangeRates rates;

    ExchangeRateController(ExchangeRates rates) {
        this.rates = rates;
    }

    /**
     * A rate.
     *
     * @param earlier among the newest of each currency only: whether it has an older one
     */
    record Line(
            UUID id,
            long version,
            String currency,
            String base,
            LocalDate validFrom,
            String rate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean earlier) {

        static Line of(ExchangeRate rate, @Nullable Boolean earlier) {
            return new Line(
                    rate.id(),
                    rate.version(),
                    rate.currency(),
                    rate.base(),
                    rate.validFrom(),
                    ExchangeRates.shown(rate.rate()),
                    earlier);
        }
    }

    record Page(List<Line> items, @Nullable String next) {}

    /** What is asked to be converted. */
    record Question(
            String amount, String from, String to, @Nullable String on) {}

    /** An amount of money, with the rate it was reached by and the day that this is from. */
    record Answer(String amount, String currency, String rate, LocalDate validFrom) {}

    /** Newest day first; {@code ?newest=true} tells of each currency, in their order, only its newest rate. */
    @GetMapping
    @Needs(Needs.SIGNED_IN)
    Page page(
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "false") boolean newest,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (newest) return newest();
        if (limit < 1 || limit > RecordQuery.LARGEST_PAGE) {
            throw Refusal.malformed("limitOutOfRange", Map.of("max", RecordQuery.LARGEST_PAGE));
        }
        var found = rates.page(currency.isEmpty() ? null : known("currency", currency), place(after), limit + 1);
        boolean more = found.size() > limit;
        var shown = more ? found.subList(0, limit) : found;
        var last = more ? shown.getLast() : null;
        return new Page(
                shown.stream().map(rate -> Line.of(rate, null)).toList(),
                last == null ? null : last.validFrom() + "." + last.currency());
    }

    private Page newest() {
        var lines = new ArrayList<Line>();
        for (ExchangeRate rate : rates.newestTwo()) {
            if (!lines.isEmpty() && lines.getLast().currency().equals(rate.currency())) {
                lines.set(lines.size() - 1, earlier(lines.getLast()));
            } else {
                lines.add(Line.of(rate, false));
            }
        }
        return new Page(lines, null);
    }

    private static Line earlier(Line line) {
        return new Line(line.id(), line.version(), line.currency(), line.base(), line.validFrom(), line.rate(), true);
    }

    /** Without a day that of today; 422 {@code noExchangeRate} when none is in force on it. */
    @GetMapping("/convert")
    @Needs(Needs.SIGNED_IN)
    Answer convert(
            @RequestParam String amount,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String on) {
        var question = new Question(amount, from, to, on.isEmpty() ? null : on);
        Input input = Input.of(JSON.valueToTree(question), Question.class);
        BigDecimal given = input.decimal("amount", 15, 4, null);
        for (String name : List.of("from", "to")) {
            String code = input.text(name, 3, null);
            if (!code.isEmpty() && Money.decimals(code).isEmpty()) input.refuse(name, "unknownCurrency");
        }
        LocalDate day = input.isNothing("on") ? rates.today() : input.date("on", null);
        input.check();
        var converted = rates.convert(new Money(given, from.strip()), to.strip(), day);
        return new Answer(
                converted.money().amount().toPlainString(),
                converted.money().currency(),
                ExchangeRates.shown(converted.rate()),
                converted.validFrom());
    }

    private static String known(String name, String currency) {
        if (Money.decimals(currency).isEmpty()) throw Refusal.field(name, "unknownCurrency");
        return currency;
    }

    /** Behind the last rate of a page, as it is told in {@code next}: day and currency. */
    private static ExchangeRateSql.@Nullable Place place(String after) {
        if (after.isEmpty()) return null;
        try {
            if (!after.matches("\\d{4}-\\d\\d-\\d\\d\\.[A-Z]{3}")) throw Refusal.malformed("cursorRefused", Map.of());
            return new ExchangeRateSql.Place(LocalDate.parse(after.substring(0, 10)), after.substring(11));
        } catch (DateTimeException e) {
            throw Refusal.malformed("cursorRefused", Map.of());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs("settings.manage")
    Line add(@RequestBody @Shaped(ExchangeRates.Body.class) JsonNode body) {
        return Line.of(rates.add(body), null);
    }

    @PatchMapping("/{id}")
    @Needs("settings.manage")
    Line change(
            @PathVariable UUID id,
            @RequestBody @Shaped(ExchangeRates.Body.class) JsonNode body,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return Line.of(rates.change(id, IfMatch.version(ifMatch), body), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs("settings.manage")
    void delete(@PathVariable UUID id) {
        rates.delete(id);
    }
}
