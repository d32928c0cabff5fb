package io.chaoxi.platform.record;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The writings of dates, numbers and yes or no that people use in sheets. The year comes first; 3/4/2026 is refused. */
final class CellText {
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T\\s]+(.*))?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:时](\\d{1,2})(?:[:分](\\d{1,2})秒?(?:\\.\\d+)?)?分?");
    private static final Pattern SEPARATORS = Pattern.compile("[,，;；、|\\n]+");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("HK$", "HKD"),
            Map.entry("US$", "USD"),
            Map.entry("人民币", "CNY"),
            Map.entry("美元", "USD"),
            Map.entry("港元", "HKD"),
            Map.entry("港币", "HKD"),
            Map.entry("欧元", "EUR"),
            Map.entry("日元", "JPY"),
            Map.entry("英镑", "GBP"),
            Map.entry("元", "CNY"),
            Map.entry("元整", "CNY"),
            Map.entry("¥", "CNY"),
            Map.entry("$", "USD"),
            Map.entry("€", "EUR"),
            Map.entry("£", "GBP"));
    private static final List<String> SIGNS = CURRENCIES.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .toList();
    /** Where the firm's currency is among these, its sign means that one. */
    private static final Map<String, Set<String>> SHARED = Map.of(
            "元", Set.of("HKD", "MOP", "TWD"),
            "元整", Set.of("HKD", "MOP", "TWD"),
            "¥", Set.of("JPY"),
            "$", Set.of("AUD", "CAD", "HKD", "MOP", "NZD", "SGD", "TWD"));

    private static final Pattern CODE = Pattern.compile("(?<![A-Z])[A-Z]{3}(?![A-Z])");
    private static final Pattern UNIT_IN_BRACKETS = Pattern.compile("\\((万亿|亿|万)?\\)");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\((.+)\\)\\s*");

    private CellText() {}

    /** An amount with the currency that stood beside it, if any. */
    record Amount(BigDecimal number, @Nullable String currency) {}

    /** Without blanks of any kind around it. */
    static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) from++;
        while (to > from && blank(text.charAt(to - 1))) to--;
        return text.substring(from, to);
    }

    private static boolean blank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\uFEFF' || sign == '\u200B';
    }

    static String oneLine(String text) {
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0
                ? text
                : text.replaceAll("\\s*[\\r\\n\\t]+\\s*", " ");
    }

    /** Half width, lower case, no blanks: how labels are compared. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }

    static List<String> items(List<String> parts) {
        return parts.stream()
                .flatMap(part -> Stream.of(SEPARATORS.split(part)))
                .map(CellText::clean)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** 1,234.50 or 12.5% or 3万. */
    static BigDecimal number(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s]", "");
        if (plain.endsWith("%")) plain = plain.substring(0, plain.length() - 1);
        int power = plain.endsWith("万亿") ? 12 : plain.endsWith("亿") ? 8 : plain.endsWith("万") ? 4 : 0;
        if (power > 0) plain = plain.substring(0, plain.length() - (power == 12 ? 2 : 1));
        if (plain.length() > 40 || !plain.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?")) {
            throw new ValueRefused("notANumber");
        }
        return new BigDecimal(plain).scaleByPowerOfTen(power);
    }

    /** ￥1,000.00 or 500万元 or USD 20, with (20) for -20. A sign that several currencies share means the firm's. */
    static Amount amount(String text, String firms) {
        String rest = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String currency = code(rest);
        if (currency != null) rest = rest.replaceFirst("RMB|" + currency, "");
        for (String sign : SIGNS) {
            if (!rest.contains(sign)) continue;
            boolean ours = SHARED.getOrDefault(sign, Set.of()).contains(firms);
            if (currency == null) currency = ours ? firms : CURRENCIES.get(sign);
            rest = rest.replace(sign, "");
        }
        rest = UNIT_IN_BRACKETS.matcher(rest).replaceAll("$1");
        Matcher brackets = IN_BRACKETS.matcher(rest);
        BigDecimal number = brackets.matches() ? number(brackets.group(1)).abs().negate() : number(rest);
        return new Amount(number, currency);
    }

    /** The ISO 4217 code that stands in the text; what people write for the yuan counts as one. */
    private static @Nullable String code(String text) {
        return CODE.matcher(text)
                .results()
                .map(found -> "RMB".equals(found.group()) ? "CNY" : found.group())
                .filter(Money.currencies()::contains)
                .findFirst()
                .orElse(null);
    }

    static LocalDate date(String text) {
        Matcher parts = dated(text);
        String time = parts.groupCount() > 3 ? parts.group(4) : null;
        if (time != null && !TIME.matcher(time.strip()).matches()) throw new ValueRefused("notADate");
        return date(parts);
    }

    private static Matcher dated(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Matcher compact = COMPACT_DATE.matcher(plain);
        if (compact.matches()) return compact;
        Matcher written = DATE.matcher(plain);
        if (written.matches()) return written;
        throw new ValueRefused("notADate");
    }

    private static LocalDate date(Matcher parts) {
        try {
            LocalDate date = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
            if (date.getYear() < 1000) throw new ValueRefused("notADate");
            return date;
        } catch (DateTimeException e) {
            throw new ValueRefused("notADate");
        }
    }

    /** A day stands for its beginning in the zone. */
    static Instant moment(String text, ZoneId zone) {
        try {
            if (text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)"))
                return OffsetDateTime.parse(text).toInstant();
            Matcher parts = dated(text);
            String time = parts.groupCount() > 3 ? parts.group(4) : null;
            LocalDate date = date(parts);
            return time == null
                    ? date.atStartOfDay(zone).toInstant()
                    : LocalDateTime.of(date, time(time.strip())).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new ValueRefused("notATime");
        }
    }

    private static LocalTime time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) throw new ValueRefused("notATime");
        return LocalTime.of(number(parts, 1), number(parts, 2), parts.group(3) == null ? 0 : number(parts, 3));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    static Boolean yesNo(String text) {
        return switch (folded(text)) {
            case "是", "y", "yes", "true", "t", "1", "√", "✓", "对", "有" -> true;
            case "否", "n", "no", "false", "f", "0", "×", "x", "错", "无" -> false;
            default -> throw new ValueRefused("notYesNo");
        };
    }
}
