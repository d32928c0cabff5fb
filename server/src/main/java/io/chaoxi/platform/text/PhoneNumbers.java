package io.chaoxi.platform.text;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.text.Normalizer;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers in any writing to E.164 and back, by Google's libphonenumber.
 *
 * <p>A number is accepted when its length is possible in its country, a local number without area code too;
 * {@link Phone#valid} tells whether it can be called from anywhere. Deviation from the library: extensions after 转, 分机 and 内线 are read, which it refuses.
 * The stored form is E.164, followed by {@code ;ext=123} where there is an extension.
 */
public final class PhoneNumbers {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    /** Other numbers come up again and again in the lists of those who work with them. */
    private static final int KEPT = 5_000;

    private static final Cache<String, String> MASKED =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private static final Cache<String, String> NATIONAL =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    private static final int LONGEST_WRITING = 100;
    private static final String EXTENSION = ";ext=";
    private static final Pattern SPOKEN_EXTENSION =
            Pattern.compile("^(.*?\\d\\D{0,3}?)\\s*(?:(?:转|轉|分机|分機|内线|內線)号?[\\s:：.,-]*)+(\\d{1,8})\\s*$");

    private static final Pattern WRITTEN_EXTENSION =
            Pattern.compile("(?i)[\\s,;:.-]*(?:ext(?:n|ension)?|x|int)[\\s:.=#-]*\\d{1,8}\\s*$");
    /** The library reads letters behind the first digit as keys of a phone, which nobody in China writes. */
    private static final Pattern LETTERS_WITHIN = Pattern.compile("\\d.*[A-Za-z]");

    private PhoneNumbers() {}

    /** A number of possible length; {@code valid} is false for ranges that the country has not given out. */
    public record Phone(String e164, @Nullable String extension, boolean valid) {
        /** The text to store and to compare. */
        public String stored() {
            return extension == null ? e164 : e164 + EXTENSION + extension;
        }
    }

    /**
     * Reads a number as people write it; the region (CN) applies to numbers without country code. One with stars is a
     * mask and no number.
     * Refusals: phoneNotANumber, phoneTooShort, phoneTooLong, phoneLengthImpossible, phoneCountryUnknown.
     */
    public static Checked<Phone> parse(String raw, String defaultRegion) {
        if (raw.length() > LONGEST_WRITING) {
            return Checked.refused("phoneTooLong");
        }
        String writing = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        if (writing.indexOf('*') >= 0) return Checked.refused("phoneNotANumber");
        Matcher spoken = SPOKEN_EXTENSION.matcher(writing);
        boolean letters = LETTERS_WITHIN
                .matcher(WRITTEN_EXTENSION.matcher(writing).replaceFirst(""))
                .find();
        if (letters && defaultRegion.equals("CN") && !writing.startsWith("+")) {
            return Checked.refused("phoneNotANumber");
        }
        try {
            return spoken.matches()
                    ? accept(LIBRARY.parse(spoken.group(1), defaultRegion), spoken.group(2))
                    : accept(LIBRARY.parse(writing, defaultRegion), null);
        } catch (NumberParseException refused) {
            return Checked.refused(codeOf(refused));
        }
    }

    /** Whether no network is known to have given out this stored number, so that it can hardly be called. */
    public static boolean doubtful(String stored) {
        PhoneNumber number = read(stored);
        return number == null || !LIBRARY.isValidNumber(number);
    }

    /** For people in China: national within it, foreign numbers with their country, so that they come back the same. */
    public static String shown(String stored) {
        return stored.startsWith("+86") ? national(stored) : international(stored);
    }

    /** As dialled inside the country: 138 0013 8000, 0755 8601 3388 转 123. Unknown texts come back unchanged. */
    public static String national(String stored) {
        if (isMobile(stored)) {
            return stored.substring(3, 6) + " " + stored.substring(6, 10) + " " + stored.substring(10);
        }
        return Objects.requireNonNull(
                NATIONAL.get(stored, number -> format(number, PhoneNumberFormat.NATIONAL, " 转 ")));
    }

    /** What nearly all are; the library needs twenty microseconds for one. */
    private static boolean isMobile(String stored) {
        if (stored.length() != 14 || !stored.startsWith("+861") || stored.charAt(4) < '3') return false;
        for (int i = 4; i < 14; i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') return false;
        }
        return true;
    }

    /** As dialled from abroad: +86 138 0013 8000. Unknown texts come back unchanged. */
    public static String international(String stored) {
        return format(stored, PhoneNumberFormat.INTERNATIONAL, " ext. ");
    }

    /**
     * Hides at least four digits and shows at most the last four: 138****8000, 010****5678, +852 ****4567.
     * The extension is never shown.
     */
    public static String mask(String stored) {
        if (isMobile(stored)) return hide(stored.substring(3), 3);
        return Objects.requireNonNull(MASKED.get(stored, PhoneNumbers::masked));
    }

    static String masked(String stored) {
        PhoneNumber number = read(stored);
        if (number == null) {
            return hide(stored.replaceAll("\\D", ""), 3);
        }
        number.clearExtension();
        if (number.getCountryCode() != 86) {
            return "+" + number.getCountryCode() + " " + hide(LIBRARY.getNationalSignificantNumber(number), 3);
        }
        String dialled = LIBRARY.format(number, PhoneNumberFormat.NATIONAL).replaceAll("\\D", "");
        int areaCode = LIBRARY.getLengthOfGeographicalAreaCode(number);
        return hide(dialled, areaCode == 0 ? 3 : areaCode + 1);
    }

    private static String hide(String digits, int headWanted) {
        int tail = Math.clamp(digits.length() - 4L, 0, 4);
        int head = Math.clamp(digits.length() - 4L - tail, 0, headWanted);
        return digits.substring(0, head) + "****" + digits.substring(digits.length() - tail);
    }

    private static Checked<Phone> accept(PhoneNumber number, @Nullable String spokenExtension) {
        String extension = spokenExtension == null && number.hasExtension() ? number.getExtension() : spokenExtension;
        number.clearExtension();
        return switch (LIBRARY.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE, IS_POSSIBLE_LOCAL_ONLY -> {
                String stored = LIBRARY.format(number, PhoneNumberFormat.E164);
                yield readsTheSame(stored)
                        ? Checked.accepted(new Phone(stored, extension, LIBRARY.isValidNumber(number)))
                        : Checked.refused("phoneNotANumber");
            }
            case TOO_SHORT -> Checked.refused("phoneTooShort");
            case TOO_LONG -> Checked.refused("phoneTooLong");
            case INVALID_LENGTH -> Checked.refused("phoneLengthImpossible");
            case INVALID_COUNTRY_CODE -> Checked.refused("phoneCountryUnknown");
        };
    }

    /** The library lets some numbers with two leading zeros pass and loses one of them when it reads its own form. */
    private static boolean readsTheSame(String stored) {
        PhoneNumber again = read(stored);
        return again != null && LIBRARY.format(again, PhoneNumberFormat.E164).equals(stored);
    }

    private static String codeOf(NumberParseException refused) {
        return switch (refused.getErrorType()) {
            case INVALID_COUNTRY_CODE -> "phoneCountryUnknown";
            case NOT_A_NUMBER -> "phoneNotANumber";
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> "phoneTooShort";
            case TOO_LONG -> "phoneTooLong";
        };
    }

    private static String format(String stored, PhoneNumberFormat form, String extensionWord) {
        PhoneNumber number = read(stored);
        if (number == null) {
            return stored;
        }
        String extension = number.getExtension();
        String formatted = LIBRARY.format(number.clearExtension(), form);
        return extension.isEmpty() ? formatted : formatted + extensionWord + extension;
    }

    private static @Nullable PhoneNumber read(String stored) {
        if (!stored.startsWith("+") || stored.length() > LONGEST_WRITING) {
            return null;
        }
        try {
            return LIBRARY.parse(stored, "ZZ");
        } catch (NumberParseException unknown) {
            return null;
        }
    }
}
