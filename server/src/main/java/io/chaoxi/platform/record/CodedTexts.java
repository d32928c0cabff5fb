package io.chaoxi.platform.record;

import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Match;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.Emails;
import io.chaoxi.platform.text.PhoneNumbers;
import io.chaoxi.platform.text.Websites;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Texts with a form of their own: phones, addresses of mail and web, regions and industries, by code or as people write
 * them. A sheet and the API read the same writings.
 */
@Component
class CodedTexts {
    /** Where a number without a country is dialled. */
    private static final String HOME_REGION = "CN";
    /** Most phones of a Chinese firm; reading them here takes a hundredth of the time of the general way. */
    private static final Pattern CHINESE_MOBILE = Pattern.compile("1[3-9]\\d{9}");

    String phone(String text) {
        if (CHINESE_MOBILE.matcher(text).matches()) return "+86" + text;
        return accepted(PhoneNumbers.parse(text, HOME_REGION)).stored();
    }

    String email(String text) {
        return accepted(Emails.normalise(text));
    }

    String link(String text) {
        return accepted(Websites.normalise(text));
    }

    String region(String text) {
        return Regions.byCode(text) == null ? regionOf(Regions.match(text)) : text;
    }

    String industry(String text) {
        return Industries.byCode(text) == null ? industryOf(namedIndustry(text)) : text;
    }

    static String regionOf(Match match) {
        return code(match, "Region");
    }

    static String industryOf(Match match) {
        return code(match, "Industry");
    }

    /** C35 专用设备制造业, as an export writes it, or what people call an industry. */
    static Match namedIndustry(String text) {
        int blank = text.indexOf(' ');
        var named = blank < 0 ? null : Industries.byCode(text.substring(0, blank));
        return named != null && named.name().equals(text.substring(blank + 1))
                ? new Match.Found(named.code())
                : Industries.match(text);
    }

    private static String code(Match match, String what) {
        return switch (match) {
            case Match.Found(String code) -> code;
            case Match.Ambiguous ambiguous -> throw new ValueRefused("ambiguous" + what);
            case Match.Unknown unknown -> throw new ValueRefused("unknown" + what);
        };
    }

    private static <T> T accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value) -> value;
            case Checked.Refused<T>(String code) -> throw new ValueRefused(code);
        };
    }
}
