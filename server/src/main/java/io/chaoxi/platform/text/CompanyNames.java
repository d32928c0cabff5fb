package io.chaoxi.platform.text;

import java.util.regex.Pattern;

/**
 * Names of firms for duplicate search. The key makes writings of one name equal (width, case, blanks, brackets,
 * punctuation, traditional characters, the long and short writing of a legal form) and keeps what tells firms apart:
 * 有限公司 and 股份有限公司 stay different, for they may be two firms of one group.
 */
public final class CompanyNames {
    private static final Pattern SHARE_COMPANY = Pattern.compile("(股份有限责任公司|股份公司)$");
    private static final Pattern ENGLISH_LIMITED = Pattern.compile("(companylimited|colimited|companyltd)$");
    private static final Pattern LEGAL_FORM =
            Pattern.compile("(集团)?(股份有限责任公司|股份有限公司|有限责任公司|有限公司|股份公司|集团公司|总公司|分公司|公司|集团)+$");
    private static final Pattern BRACKETS = Pattern.compile("[()（）\\[\\]【】「」『』〔〕]");

    private CompanyNames() {}

    /** The key that duplicates share; blank for a name of punctuation only. Brackets go, their content stays. */
    public static String normalise(String name) {
        String key = Folding.squash(name).replace("有限责任公司", "有限公司");
        key = SHARE_COMPANY.matcher(key).replaceFirst("股份有限公司");
        return ENGLISH_LIMITED.matcher(key).replaceFirst("coltd");
    }

    /**
     * A suggestion for the short name: without the place at the front and the legal form at the end, as long as two
     * characters remain. 深圳市恒锐精密仪器有限公司 is 恒锐精密仪器.
     */
    public static String shortName(String fullName) {
        String name = BRACKETS.matcher(fullName.strip()).replaceAll("").replaceAll("\\s+", " ");
        String bare = LEGAL_FORM.matcher(name).replaceFirst("");
        String core = bare.codePointCount(0, bare.length()) < 2 ? name : bare;
        int place = PlacePrefixes.lengthIn(core);
        return core.codePointCount(place, core.length()) < 2 ? core : core.substring(place);
    }
}
