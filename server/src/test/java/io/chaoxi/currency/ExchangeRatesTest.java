package io.chaoxi.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Money;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ExchangeRatesTest {
    private static final String PATH = "/api/v1/exchange-rates";

    @Autowired
    ApplicationContext application;

    @Autowired
    ExchangeRates rates;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private JsonNode rate(String currency, String day, Object rate) {
        var added = admin.post(PATH, Map.of("currency", currency, "validFrom", day, "rate", rate));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json();
    }

    private static Http.Answer convert(Http http, String amount, String from, String to, String on) {
        return http.get(PATH + "/convert?amount=" + amount + "&from=" + from + "&to=" + to + "&on=" + on);
    }

    private String worth(String amount, String from, String to, String on) {
        var answer = convert(admin, amount, from, to, on);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("currency").asString()).isEqualTo(to);
        return answer.json().path("amount").asString();
    }

    private static List<String> days(JsonNode page) {
        var days = new ArrayList<String>();
        page.path("items")
                .forEach(line -> days.add(line.path("currency").asString() + " "
                        + line.path("validFrom").asString()));
        return days;
    }

    @Test
    void aRateHoldsFromItsDayUntilTheNext() {
        rate("USD", "2026-01-01", "7.1");
        rate("USD", "2026-02-01", "7.2");
        assertThat(worth("100", "USD", "CNY", "2026-01-01")).isEqualTo("710.00");
        assertThat(worth("100", "USD", "CNY", "2026-01-31")).isEqualTo("710.00");
        assertThat(worth("100", "USD", "CNY", "2026-02-01")).isEqualTo("720.00");
        var answer = convert(admin, "100", "USD", "CNY", "2026-03-01").json();
        assertThat(answer.path("rate").asString()).isEqualTo("7.2");
        assertThat(answer.path("validFrom").asString()).isEqualTo("2026-02-01");
        var before = convert(admin, "100", "USD", "CNY", "2025-12-31");
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.code()).isEqualTo("noExchangeRate");
        assertThat(before.json().path("detail").asString()).contains("USD", "CNY", "2025-12-31");
    }

    @Test
    void anAmountIsRoundedToTheSmallestCoin() {
        rate("USD", "2026-01-01", "7.12345");
        rate("JPY", "2026-01-15", "0.0471");
        rate("KWD", "2026-01-01", 23.2);
        assertThat(worth("1", "USD", "CNY", "2026-02-01")).isEqualTo("7.12");
        assertThat(worth("-1.5", "USD", "CNY", "2026-02-01")).isEqualTo("-10.69");
        assertThat(worth("100", "USD", "JPY", "2026-02-01")).isEqualTo("15124");
        assertThat(worth("100", "CNY", "KWD", "2026-02-01")).isEqualTo("4.310");
        assertThat(worth("1.005", "CNY", "CNY", "2020-02-01")).isEqualTo("1.01");
        assertThat(convert(admin, "100", "USD", "JPY", "2026-02-01")
                        .json()
                        .path("validFrom")
                        .asString())
                .isEqualTo("2026-01-01");
        assertThat(convert(admin, "1", "USD", "CNY", "").status()).isEqualTo(200);
    }

    @Test
    void modulesConvertByTheSameRules() {
        rate("USD", "2026-01-01", "7.1");
        var dollars = new Money(new BigDecimal("10.0000"), "USD");
        var day = LocalDate.of(2026, 5, 1);
        Converted converted = firm.administrator().as(() -> rates.convert(dollars, "CNY", day));
        assertThat(converted)
                .isEqualTo(new Converted(
                        new Money(new BigDecimal("71.00"), "CNY"), new BigDecimal("7.1"), LocalDate.of(2026, 1, 1)));
        assertThatThrownBy(() -> firm.administrator().as(() -> rates.convert(dollars, "EUR", day)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("noExchangeRate");
        assertThatThrownBy(() -> firm.administrator().as(() -> rates.convert(dollars, "XXX", day)))
                .hasMessageContaining("unknownCurrency");
    }

    @Test
    void refusesWhatIsNoRate() {
        record Wrong(String field, String code, Object value) {}
        for (Wrong wrong : List.of(
                new Wrong("currency", "unknownCurrency", "ABC"),
                new Wrong("currency", "unknownCurrency", "XAU"),
                new Wrong("currency", "unknownCurrency", "usd"),
                new Wrong("currency", "currencyOfFirm", "CNY"),
                new Wrong("currency", "tooLong", "USDT"),
                new Wrong("currency", "notBlank", ""),
                new Wrong("rate", "notPositive", "0"),
                new Wrong("rate", "notPositive", "-7.1"),
                new Wrong("rate", "notANumber", "seven"),
                new Wrong("rate", "notANumber", "1e-999999999"),
                new Wrong("rate", "notANumber", true),
                new Wrong("rate", "tooManyDigits", "12345678901"),
                new Wrong("rate", "tooManyDecimals", "0.00000000001"),
                new Wrong("validFrom", "notADate", "2026-02-30"),
                new Wrong("validFrom", "notADate", "tomorrow"),
                new Wrong("validFrom", "notADate", 20260101),
                new Wrong("validFrom", "notADate", "+12026-01-01"),
                new Wrong("base", "unknownField", "USD"))) {
            var body = new HashMap<String, Object>(Map.of("currency", "USD", "validFrom", "2026-01-01", "rate", "7.1"));
            body.put(wrong.field(), wrong.value());
            var answer = admin.post(PATH, body);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            var error = answer.json().path("errors").path(0);
            assertThat(error.path("field").asString()).as(wrong.toString()).isEqualTo(wrong.field());
            assertThat(error.path("code").asString()).as(wrong.toString()).isEqualTo(wrong.code());
        }
        assertThat(admin.post(PATH, Map.of()).json().path("errors")).hasSize(3);
        assertThat(admin.get(PATH).json().path("items")).isEmpty();
    }

    @Test
    void refusesAQuestionThatMakesNoSense() {
        for (String question : List.of(
                "amount=1&from=USD&to=ABC", "amount=x&from=USD&to=CNY", "amount=1&from=USD&to=CNY&on=2026-02-30")) {
            assertThat(admin.get(PATH + "/convert?" + question).code()).isEqualTo("invalid");
        }
        assertThat(admin.get(PATH + "/convert?amount=1").status()).isEqualTo(400);
        assertThat(admin.get(PATH + "?limit=0").status()).isEqualTo(400);
        assertThat(admin.get(PATH + "?after=2026-13-01.USD").code()).isEqualTo("cursorRefused");
        assertThat(admin.get(PATH + "?after=x").code()).isEqualTo("cursorRefused");
        assertThat(admin.get(PATH + "?currency=ABC").status()).isEqualTo(422);
    }

    @Test
    void aDayHasOneRateOfACurrency() {
        rate("USD", "2026-01-01", "7.1");
        String other = rate("USD", "2026-01-02", "7.2").path("id").asString();
        var again = admin.post(PATH, Map.of("currency", "USD", "validFrom", "2026-01-01", "rate", "9"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("rateTaken");
        var moved = admin.patch(PATH + "/" + other, 1, Map.of("validFrom", "2026-01-01"));
        assertThat(moved.code()).isEqualTo("rateTaken");
        assertThat(admin.patch(PATH + "/" + other, 1, Map.of("rate", "7.25"))
                        .json()
                        .path("rate")
                        .asString())
                .isEqualTo("7.25");
    }

    @Test
    void ofTwoWhoChangeARateTheSecondIsToldThatItChanged() {
        String path = PATH + "/" + rate("USD", "2026-01-01", "7.1").path("id").asString();
        var first = admin.patch(path, 1, Map.of("rate", "7.2")).json();
        assertThat(first.path("version").asLong()).isEqualTo(2);
        assertThat(first.path("validFrom").asString()).isEqualTo("2026-01-01");
        var second = admin.patch(path, 1, Map.of("rate", "7.3"));
        assertThat(second.code()).isEqualTo("stale");
        assertThat(second.json().path("version").asLong()).isEqualTo(2);
        assertThat(admin.patch(path, Map.of("rate", "7.3")).status()).isEqualTo(428);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.delete(path).status()).isEqualTo(404);
    }

    @Test
    void theNewestStandFirstAndPagesMeetWithoutGap() {
        for (String day : List.of("2026-01-01", "2026-03-01", "2026-02-01")) {
            rate("USD", day, "7");
            rate("EUR", day, "8");
        }
        rate("JPY", "2030-01-01", "0.05");
        var all = days(admin.get(PATH).json());
        assertThat(all)
                .containsExactly(
                        "JPY 2030-01-01",
                        "EUR 2026-03-01",
                        "USD 2026-03-01",
                        "EUR 2026-02-01",
                        "USD 2026-02-01",
                        "EUR 2026-01-01",
                        "USD 2026-01-01");
        var met = new ArrayList<String>();
        String after = "";
        do {
            var page = admin.get(PATH + "?limit=2&after=" + after).json();
            met.addAll(days(page));
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        assertThat(met).isEqualTo(all);
        assertThat(days(admin.get(PATH + "?currency=USD").json()))
                .containsExactly("USD 2026-03-01", "USD 2026-02-01", "USD 2026-01-01");
        var newest = admin.get(PATH + "?newest=true").json();
        assertThat(days(newest)).containsExactly("EUR 2026-03-01", "JPY 2030-01-01", "USD 2026-03-01");
        assertThat(newest.path("items").path(0).path("earlier").asBoolean()).isTrue();
        assertThat(newest.path("items").path(1).path("earlier").asBoolean()).isFalse();
    }

    @Test
    void everybodyReadsAndOnlyWhoManagesSettingsWrites() {
        String path = PATH + "/" + rate("USD", "2026-01-01", "7.1").path("id").asString();
        Http rep = firm.person("rep").http();
        assertThat(rep.get(PATH).json().path("items")).hasSize(1);
        assertThat(rep.get(PATH + "?newest=true").json().path("items")).hasSize(1);
        assertThat(convert(rep, "1", "USD", "CNY", "2026-01-01").status()).isEqualTo(200);
        assertThat(rep.post(PATH, Map.of("currency", "EUR", "validFrom", "2026-01-01", "rate", "8"))
                        .status())
                .isEqualTo(403);
        assertThat(rep.patch(path, 1, Map.of("rate", "8")).status()).isEqualTo(403);
        assertThat(rep.delete(path).status()).isEqualTo(403);
    }

    @Test
    void anotherFirmsRatesAreOutOfSight() {
        String path = PATH + "/" + rate("USD", "2026-01-01", "7.1").path("id").asString();
        Http stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get(PATH).json().path("items")).isEmpty();
        assertThat(stranger.get(PATH + "?newest=true").json().path("items")).isEmpty();
        assertThat(convert(stranger, "1", "USD", "CNY", "2026-01-01").code()).isEqualTo("noExchangeRate");
        assertThat(stranger.patch(path, 1, Map.of("rate", "8")).status()).isEqualTo(404);
        assertThat(stranger.delete(path).status()).isEqualTo(404);
        assertThat(stranger.post(PATH, Map.of("currency", "USD", "validFrom", "2026-01-01", "rate", "8"))
                        .status())
                .isEqualTo(201);
        assertThat(worth("1", "USD", "CNY", "2026-01-01")).isEqualTo("7.10");
    }

    @Test
    void aFirmThatTakesAnotherCurrencyKeepsTheRatesOfTheFormer() {
        String path = PATH + "/" + rate("USD", "2026-01-01", "7.1").path("id").asString();
        takes("EUR", 1);
        assertThat(admin.get(PATH).json().path("items")).isEmpty();
        assertThat(convert(admin, "1", "USD", "EUR", "2026-01-01").code()).isEqualTo("noExchangeRate");
        assertThat(admin.patch(path, 1, Map.of("rate", "8")).status()).isEqualTo(404);
        assertThat(rate("USD", "2026-01-01", "0.9").path("base").asString()).isEqualTo("EUR");
        assertThat(worth("10", "USD", "EUR", "2026-01-01")).isEqualTo("9.00");
        takes("CNY", 2);
        assertThat(worth("1", "USD", "CNY", "2026-01-01")).isEqualTo("7.10");
    }

    private void takes(String currency, long version) {
        assertThat(admin.patch("/api/v1/firm", version, Map.of("currency", currency))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasDoneStandsInTheAccessLog() {
        String path = PATH + "/" + rate("USD", "2026-01-01", "7.1").path("id").asString();
        admin.patch(path, 1, Map.of("rate", "7.2"));
        admin.delete(path);
        var lines = new ArrayList<String>();
        for (JsonNode line : admin.get("/api/v1/audit").json().path("items")) {
            if (!"exchangeRate".equals(line.path("object").asString(""))) continue;
            lines.add(line.path("action").asString() + " "
                    + line.path("detail").path("name").asString() + " "
                    + line.path("detail").path("rate").asString());
        }
        assertThat(lines)
                .containsExactly(
                        "settingDeleted USD 2026-01-01 7.2 CNY",
                        "settingChanged USD 2026-01-01 7.2 CNY",
                        "settingAdded USD 2026-01-01 7.1 CNY");
    }
}
