package io.chaoxi.currency;

import io.chaoxi.identity.firm.Firms;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.FirmRates;
import io.chaoxi.platform.record.Money;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The exchange rates of the firm: everybody reads them, who manages settings enters, changes and deletes them. All are
 * against the firm's currency of this moment; those entered against a former one rest until it is the firm's again.
 */
@Service
public class ExchangeRates implements FirmRates {
    private static final String RIGHT = "settings.manage";
    private static final int WHOLE_DIGITS = 10;
    private static final int DECIMALS = 10;

    /** A rate as it is written; in a change, what is absent stays. The rate is a text or a number above 0. */
    record Body(
            @Nullable String currency,
            @Nullable LocalDate validFrom,
            @Nullable String rate) {}

    private final ExchangeRateSql sql;
    private final Firms firms;
    private final AccessLog accessLog;
    private final Clock clock;

    ExchangeRates(ExchangeRateSql sql, Firms firms, AccessLog accessLog, Clock clock) {
        this.sql = sql;
        this.firms = firms;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /** The rates against the firm's currency, newest day first; of one currency or of all. */
    @Transactional(readOnly = true)
    List<ExchangeRate> page(@Nullable String currency, ExchangeRateSql.@Nullable Place behind, int limit) {
        Acting.current();
        return sql.page(firms.currency(), currency, behind, limit);
    }

    /** The newest rate of each currency, also one of a day to come, and the one before it where there is one. */
    @Transactional(readOnly = true)
    List<ExchangeRate> newestTwo() {
        Acting.current();
        return sql.newest(firms.currency(), Money.currencies(), LocalDate.of(9999, 12, 31), 2);
    }

    /**
     * What an amount is worth in another currency on a day, by the rates in force on it: each the newest that is not
     * from a later day. From and to currencies that are not the firm's it goes over the firm's.
     *
     * @param money any amount, negative ones too
     * @param currency ISO 4217, with a smallest coin; what is given is returned rounded when it is in it already
     * @param day a day in the firm's time zone
     * @return rounded once, half away from zero, to the smallest coin of the currency: 0 decimals for JPY, 2 for CNY, 3
     *     for KWD. It may be larger than a money field holds.
     * @throws Refusal 422 {@code unknownCurrency}; 422 {@code noExchangeRate} naming currency and day when one is missing
     */
    @Transactional(readOnly = true)
    public Converted convert(Money money, String currency, LocalDate day) {
        Acting.current();
        int decimals = Money.decimals(currency).orElseThrow(() -> Refusal.field("currency", "unknownCurrency"));
        if (money.currency().equals(currency)) return new Converted(money.rounded(), BigDecimal.ONE, day);
        String base = firms.currency();
        var rates = inForce(base, Set.of(money.currency(), currency), day);
        var from = needed(rates, money.currency(), base, day);
        var to = needed(rates, currency, base, day);
        var cross = new CrossRate(from.rate(), to.rate());
        var amount = new Money(cross.amount(money.amount(), decimals), currency);
        var since = from.validFrom().isBefore(to.validFrom()) ? from.validFrom() : to.validFrom();
        return new Converted(amount, cross.rate(), since);
    }

    private static Rate needed(Map<String, Rate> rates, String currency, String base, LocalDate day) {
        Rate rate = rates.get(currency);
        if (rate != null) return rate;
        var facts = Map.<String, Object>of("currency", currency, "base", base, "day", day.toString());
        throw Refusal.of(422, "noExchangeRate", facts)
                .with("currency", currency)
                .with("day", day.toString());
    }

    /** By currency; the firm's own is 1 of that day. */
    private Map<String, Rate> inForce(String base, Collection<String> currencies, LocalDate day) {
        var rates = new TreeMap<String, Rate>();
        var foreign = new TreeSet<>(currencies);
        foreign.remove(base);
        for (ExchangeRate one : sql.newest(base, foreign, day, 1)) {
            rates.put(one.currency(), new Rate(one.rate(), one.validFrom()));
        }
        rates.put(base, new Rate(BigDecimal.ONE, day));
        return rates;
    }

    @Override
    @Transactional(readOnly = true)
    public Today today(Set<String> currencies) {
        String base = firms.currency();
        return new Today(base, inForce(base, currencies, today()));
    }

    /** The day that it is for the firm. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Acting.current().zone());
    }

    /** Enters a rate against the firm's currency; 409 {@code rateTaken} when the currency has one from that day. */
    @Transactional
    public ExchangeRate add(JsonNode body) {
        Acting.current().require(RIGHT);
        ExchangeRate rate = read(body, null);
        if (!sql.add(rate)) throw taken(rate);
        note("settingAdded", rate);
        return rate;
    }

    /** Changes what the body names; 409 {@code stale} when the rate has another version by now. */
    @Transactional
    public ExchangeRate change(UUID id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        ExchangeRate now = find(id);
        if (now.version() != version) throw Refusal.stale(now.version());
        ExchangeRate rate = read(body, now);
        if (sql.taken(rate)) throw taken(rate);
        if (!changed(rate, version)) throw Refusal.stale(find(id).version());
        note("settingChanged", rate);
        return find(id);
    }

    private boolean changed(ExchangeRate rate, long version) {
        try {
            return sql.change(rate, version);
        } catch (DuplicateKeyException inTheSameMoment) {
            throw taken(rate);
        }
    }

    /** Deletes a rate; from then on the one before it holds for its days. */
    @Transactional
    public void delete(UUID id) {
        Acting.current().require(RIGHT);
        ExchangeRate rate = find(id);
        sql.delete(id);
        note("settingDeleted", rate);
    }

    private ExchangeRate find(UUID id) {
        return sql.find(id, firms.currency()).orElseThrow(Refusal::notFound);
    }

    private ExchangeRate read(JsonNode body, @Nullable ExchangeRate now) {
        Input input = Input.of(body, Body.class);
        String base = now == null ? firms.currency() : now.base();
        String currency = input.text("currency", 3, now == null ? null : now.currency());
        if (currency.equals(base)) input.refuse("currency", "currencyOfFirm");
        else if (!currency.isEmpty() && Money.decimals(currency).isEmpty()) input.refuse("currency", "unknownCurrency");
        LocalDate day = input.date("validFrom", now == null ? null : now.validFrom());
        BigDecimal rate = input.decimal("rate", WHOLE_DIGITS, DECIMALS, now == null ? null : now.rate());
        if (rate.signum() <= 0) input.refuse("rate", "notPositive");
        input.check();
        return new ExchangeRate(
                now == null ? Ids.next() : now.id(), now == null ? 1 : now.version(), currency, base, day, rate);
    }

    private void note(String action, ExchangeRate rate) {
        var detail = new LinkedHashMap<String, String>();
        detail.put("name", rate.currency() + " " + rate.validFrom());
        detail.put("rate", shown(rate.rate()) + " " + rate.base());
        accessLog.add(action, "exchangeRate", null, detail);
    }

    /** In plain digits, without zeros at the end. */
    static String shown(BigDecimal rate) {
        return rate.stripTrailingZeros().toPlainString();
    }

    private static Refusal taken(ExchangeRate rate) {
        return Refusal.of(
                409,
                "rateTaken",
                Map.of("currency", rate.currency(), "day", rate.validFrom().toString()));
    }
}
