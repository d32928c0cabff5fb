package io.chaoxi.platform.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the number in a cell is meant, by its number format. Excel keeps 15 digits: what stands behind them is noise of
 * its arithmetic and is rounded away.
 */
record CellFormat(Kind kind, int leadingZeros) {
    static final CellFormat GENERAL = new CellFormat(Kind.NUMBER, 0);

    enum Kind {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]");

    /** By the number of a built-in format, or the pattern of one that the file defines. */
    static CellFormat of(int id, String pattern) {
        if (id == 9 || id == 10) {
            return new CellFormat(Kind.PERCENT, 0);
        }
        if (id >= 18 && id <= 21 || id >= 45 && id <= 47 || id >= 32 && id <= 35 || id == 55 || id == 56) {
            return new CellFormat(Kind.TIME, 0);
        }
        boolean builtInDate = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58;
        return builtInDate ? new CellFormat(Kind.DATE, 0) : ofPattern(pattern);
    }

    private static CellFormat ofPattern(String pattern) {
        if (pattern.matches("0{2,20}")) {
            return new CellFormat(Kind.NUMBER, pattern.length());
        }
        String bare = NOT_PATTERN.matcher(pattern.toLowerCase(Locale.ROOT)).replaceAll("");
        if (bare.contains("%")) {
            return new CellFormat(Kind.PERCENT, 0);
        }
        if (bare.contains("general")) {
            return GENERAL;
        }
        if (bare.matches(".*[yd].*") || bare.matches("m+")) {
            return new CellFormat(Kind.DATE, 0);
        }
        return bare.matches(".*[hs].*") ? new CellFormat(Kind.TIME, 0) : GENERAL;
    }

    /** The number as text; a text that is no number comes back as it is. */
    String text(String raw, boolean from1904) {
        BigDecimal number = parse(raw);
        if (number == null) {
            return raw;
        }
        boolean onCalendar = number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
        return switch (kind) {
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case DATE, TIME -> onCalendar ? moment(number, from1904) : plain(number);
            case NUMBER -> padded(plain(number));
        };
    }

    private String padded(String digits) {
        boolean whole = digits.length() < leadingZeros && digits.chars().allMatch(Character::isDigit);
        return whole ? "0".repeat(leadingZeros - digits.length()) + digits : digits;
    }

    private String moment(BigDecimal serial, boolean from1904) {
        long days = serial.longValue();
        long seconds = serial.subtract(BigDecimal.valueOf(days))
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDateTime moment =
                firstDay(days, from1904).plusDays(days).atStartOfDay().plusSeconds(seconds);
        if (days == 0 && kind == Kind.TIME) {
            return moment.format(TIME_OF_DAY);
        }
        return seconds == 0 ? moment.toLocalDate().toString() : moment.format(TO_THE_SECOND);
    }

    /** Excel counts a 29 February 1900 that never was: serials before it begin a day later. */
    private static LocalDate firstDay(long days, boolean from1904) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static @Nullable BigDecimal parse(String raw) {
        if (raw.length() > 40) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            return Math.abs((long) number.precision() - number.scale()) > 310 ? null : number;
        } catch (NumberFormatException text) {
            return null;
        }
    }
}
