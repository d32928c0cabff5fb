package io.chaoxi.platform.reference;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A province, city or district. {@code shortName} is the name without its rank (广东, 深圳, 南山, 延边).
 * {@code parent} of a district is its city, or the province where no city stands between (districts of Beijing).
 */
public record Region(
        String code,
        String name,
        String shortName,
        @Nullable String parent) {
    private static final Pattern PROVINCE_RANK = Pattern.compile("(壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区|省|市)$");
    private static final Pattern PEOPLES =
            Pattern.compile("((蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|维吾尔|达斡尔|鄂温克|鄂伦春|撒拉|东乡|保安|裕固|土家|朝鲜|布依|哈尼|傈僳|拉祜|纳西|景颇"
                    + "|仫佬|布朗|毛南|仡佬|普米|独龙|门巴|珞巴|基诺|各|回|藏|苗|彝|壮|满|侗|瑶|白|傣|黎|佤|畲|水|土|羌|怒)族?)+"
                    + "自治(州|县|旗)$");
    private static final Pattern RANK = Pattern.compile("(自治州|自治县|自治旗|地区|林区|特区|市|盟|县|区|旗)$");
    private static final Pattern UNNAMED = Pattern.compile("(省|自治区)直辖县级行政区");

    static Region of(String code, String name, @Nullable String parent) {
        return new Region(code, name, shortNameOf(code, name), parent);
    }

    /** 1 province, 2 city, 3 district. */
    public int level() {
        return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
    }

    /** With this begin the codes of all regions within: 44, 4403, 440305. */
    public String prefix() {
        return code.substring(0, 2 * level());
    }

    /** Only a level of the code list (省直辖县级行政区), left out of the labels of what lies below. */
    boolean unnamed() {
        return UNNAMED.matcher(name).matches();
    }

    /** Writings that may stand at the front of a longer text. */
    List<String> writings() {
        if (unnamed()) {
            return List.of("省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县级行政区划", "省直辖县级行政区", "自治区直辖县级行政区", "直辖县级行政区");
        }
        Stream<String> all = code.equals("150000") ? Stream.of(name, shortName, "内蒙") : Stream.of(name, shortName);
        return level() == 3 ? List.of(name) : all.distinct().toList();
    }

    private static String shortNameOf(String code, String name) {
        if (code.endsWith("0000")) {
            return PROVINCE_RANK.matcher(name).replaceFirst("");
        }
        String withoutPeoples = PEOPLES.matcher(name).replaceFirst("");
        String bare = withoutPeoples.length() >= 2 && !withoutPeoples.equals(name)
                ? withoutPeoples
                : RANK.matcher(name).replaceFirst("");
        return bare.length() >= 2 ? bare : name;
    }
}
