package io.chaoxi.platform.record;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.text.Directions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a field's value from its canonical text; ids for references and choices, ISO 8601 for dates. */
@Component
public class TextValues {
    /** Beyond it a number such as 1e-20000000 would be written out digit by digit. */
    private static final int MOST_ZEROS = 40;

    private static final BigDecimal LARGEST = new BigDecimal("100000000000000");
    private static final int LONGEST_PLAIN_TEXT = 1_000;

    private final Choices choices;
    private final CodedTexts coded;

    TextValues(Choices choices, CodedTexts coded) {
        this.choices = choices;
        this.coded = coded;
    }

    /** The value, or null when the text is empty. */
    @Nullable
    Object read(Field field, String raw) {
        String text = clean(field, raw);
        if (text.isEmpty()) return null;
        return switch (field.type()) {
            case TEXT, LONG_TEXT, SEQUENCE -> text;
            case PHONE -> coded.phone(text);
            case EMAIL -> coded.email(text);
            case LINK -> coded.link(text);
            case REGION -> coded.region(text);
            case INDUSTRY -> coded.industry(text);
            case NUMBER, PERCENT -> number(field, decimal(text));
            case MONEY -> money(field, text, null);
            case DATE -> date(text);
            case DATE_TIME -> instant(text);
            case YES_NO -> yesNo(text);
            case CHOICE -> choice(field, text, true);
            case PERSON, DEPARTMENT, RECORD -> id(text);
            case TAGS, CHOICES, FILES, FORMULA -> throw new ValueRefused("notAText");
        };
    }

    private static String clean(Field field, String raw) {
        String text = raw.strip();
        boolean lines = field.type() == FieldType.LONG_TEXT;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean newLine = lines && (c == '\n' || c == '\r' || c == '\t');
            boolean turning = !lines && Directions.turn(c);
            if (Character.isISOControl(c) && !newLine || turning) throw new ValueRefused("controlCharacter");
            if (Character.isSurrogate(c) && !paired(text, i)) throw new ValueRefused("brokenCharacter");
        }
        Integer declared = field.maxLength();
        int longest = declared == null ? LONGEST_PLAIN_TEXT : declared;
        if (text.length() > longest) throw new ValueRefused("tooLong", Map.of("max", longest));
        return text;
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > 40) throw new ValueRefused("notANumber");
        try {
            return new BigDecimal(text.replace(",", "").replace("，", ""));
        } catch (NumberFormatException e) {
            throw new ValueRefused("notANumber");
        }
    }

    /** A number within the field's decimals, apart from what floating point adds behind the ninth; refused beyond 10^14. */
    BigDecimal number(Field field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_ZEROS) throw new ValueRefused("notANumber");
        if (number.precision() - number.scale() > 15 || number.abs().compareTo(LARGEST) >= 0) {
            throw new ValueRefused("tooLarge");
        }
        BigDecimal rounded = number.setScale(Math.min(9, Math.max(0, number.scale())), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        if (rounded.scale() > field.decimals())
            throw new ValueRefused("tooManyDecimals", Map.of("max", field.decimals()));
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** An amount; without a currency of its own it is in the firm's. */
    Money money(Field field, String amount, @Nullable String currency) {
        String code = currency == null ? Acting.current().currency() : currency;
        BigDecimal value = number(field, decimal(amount.strip()));
        if (smallestUnit(code) == 0 && value.scale() > 0) throw new ValueRefused("tooManyDecimals", Map.of("max", 0));
        return new Money(value.setScale(4), code);
    }

    private static int smallestUnit(String code) {
        return Money.decimals(code).orElseThrow(() -> new ValueRefused("unknownCurrency"));
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.getYear() < 1000 || date.getYear() > 9999) throw new ValueRefused("notADate");
            return date;
        } catch (DateTimeException e) {
            throw new ValueRefused("notADate");
        }
    }

    private static Instant instant(String text) {
        try {
            if (text.length() == 10)
                return date(text).atStartOfDay(Acting.current().zone()).toInstant();
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ValueRefused("notATime");
        }
    }

    private static Boolean yesNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ValueRefused("notYesNo");
        };
    }

    /** An item of the field's dictionary or own options; a disabled one is refused when it is newly chosen. */
    String choice(Field field, String id, boolean choosing) {
        ChoiceItem item = options(field).get(id);
        if (item == null) throw new ValueRefused("unknownChoice", Map.of("value", id));
        if (choosing && item.disabled()) throw new ValueRefused("disabledChoice", Map.of("value", id));
        return id;
    }

    Map<String, ChoiceItem> options(Field field) {
        if (field.dictionary() != null) return choices.items(field.dictionary());
        var own = new java.util.LinkedHashMap<String, ChoiceItem>();
        field.options().forEach(option -> own.put(option.id(), option));
        return own;
    }

    UUID tagId(String text) {
        UUID id = id(text);
        if (!choices.tags().containsKey(id)) throw new ValueRefused("unknownTag");
        return id;
    }

    static UUID id(String text) {
        return Ids.read(text).orElseThrow(() -> new ValueRefused("notAnId"));
    }
}
