package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateKeysTest {

    @ParameterizedTest
    @CsvSource({
        "深圳市振业(集团)股份有限公司, 深圳市振业（集团） 股份有限公司",
        "恒锐精密有限公司, 恒锐精密有限责任公司",
        "恒锐集团股份公司, 恒锐集团股份有限公司",
        "萬科企業股份有限公司, 万科企业股份有限公司",
        "ＴＣＬ科技, tcl科技",
        "'Acme Co., Ltd.', ACME COMPANY LIMITED",
        "【恒锐】精密, 恒锐精密"
    })
    void writingsOfOneNameShareAKey(String one, String other) {
        assertThat(CompanyNames.normalise(one)).isEqualTo(CompanyNames.normalise(other));
    }

    @ParameterizedTest
    @CsvSource({"恒锐精密有限公司, 恒锐精密股份有限公司", "恒锐（上海）有限公司, 恒锐（北京）有限公司", "招金国际黄金股份有限公司, 山金国际黄金股份有限公司"})
    void whatTellsFirmsApartStaysInTheKey(String one, String other) {
        assertThat(CompanyNames.normalise(one)).isNotEqualTo(CompanyNames.normalise(other));
    }

    @Test
    void listedCompaniesHaveDistinctKeysAndShortNames() throws IOException {
        Set<String> keys = new HashSet<>();
        for (Map<String, String> company : CsvLines.read(SharedData.file("szse-companies-main/companies.csv"))) {
            keys.add(CompanyNames.normalise(company.get("full_name")));
            assertThat(CompanyNames.shortName(company.get("full_name")))
                    .as(company.get("full_name"))
                    .hasSizeGreaterThanOrEqualTo(2)
                    .doesNotContain("有限公司");
        }
        assertThat(keys).hasSize(1490);
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市恒锐精密仪器有限公司, 恒锐精密仪器",
        "广东省深圳市恒锐精密有限责任公司, 恒锐精密",
        "万科企业股份有限公司, 万科企业",
        "深圳市振业(集团)股份有限公司, 振业",
        "北京有限公司, 北京",
        "上海机场（集团）有限公司, 机场",
        "Acme, Acme",
        "内蒙古伊利实业集团股份有限公司, 伊利实业"
    })
    void suggestsAShortName(String full, String suggested) {
        assertThat(CompanyNames.shortName(full)).isEqualTo(suggested);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91350100M000100Y43",
        "９１３５０１００m000100y43, 91350100M000100Y43",
        "9135 0100 M000 100Y43, 91350100M000100Y43"
    })
    void acceptsCreditCodesWhoseLastCharacterIsRight(String raw, String code) {
        assertThat(CreditCodes.check(raw).valueOrNull()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44, creditCodeCheckDigit",
        "9135010OM000100Y43, creditCodeConfusable",
        "9135010IM000100Y43, creditCodeConfusable",
        "91350100M000100Y4, creditCodeLength",
        "'', creditCodeLength",
        "91350100Z000100Y43, creditCodeCharacter",
        "91350100*000100Y43, creditCodeCharacter"
    })
    void refusesOtherCreditCodesWithAReason(String raw, String code) {
        assertThat(CreditCodes.check(raw).refusalOrNull()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "' Zhang.San@Example.COM ', zhang.san@example.com",
        "ｚｓ＠ｑｑ．ｃｏｍ, zs@qq.com",
        "a+b@x-y.cn, a+b@x-y.cn",
        "张三@例子.中国, 张三@例子.中国"
    })
    void acceptsEmailAddresses(String raw, String email) {
        assertThat(Emails.normalise(raw).valueOrNull()).isEqualTo(email);
    }

    @ParameterizedTest
    @CsvSource({
        "a@b",
        "@b.cn",
        "a@@b.cn",
        "a b@c.cn",
        ".a@b.cn",
        "a..b@c.cn",
        "a@-b.cn",
        "r****@x.com",
        "'a@b.cn\nBcc: x@y.cn'",
        "''"
    })
    void refusesMalformedEmailAddresses(String raw) {
        assertThat(Emails.normalise(raw).refusalOrNull()).isEqualTo("emailMalformed");
        assertThat(Emails.normalise("a".repeat(65) + "@b.cn").refusalOrNull()).isEqualTo("emailTooLong");
        assertThat(Emails.normalise("a".repeat(1_000_000)).refusalOrNull()).isEqualTo("emailTooLong");
    }

    @ParameterizedTest
    @CsvSource({
        "www.Vanke.com, https://www.vanke.com", "HTTP://a.cn/, http://a.cn", "a.cn:8080/x?y#z, https://a.cn:8080/x?y#z",
        "//a.cn, https://a.cn", "例子.中国, https://xn--fsqu00a.xn--fiqs8s", "https://a.cn/产品, https://a.cn/产品",
        "www.a.com.cn、www.b.com, https://www.a.com.cn", "www.a.cn；www.b.cn, https://www.a.cn"
    })
    void acceptsWebsites(String raw, String website) {
        assertThat(Websites.normalise(raw).valueOrNull()).isEqualTo(website);
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1), websiteScheme",
        "ftp://a.cn, websiteScheme",
        "data:text/html;x, websiteScheme",
        "java\tscript:alert(1), websiteMalformed",
        "http:a.cn, websiteMalformed",
        "https://u:p@a.cn, websiteMalformed",
        "localhost, websiteMalformed",
        "'', websiteMalformed",
        "a b.cn, websiteMalformed",
        "https://a.cn\\@b.cn, websiteMalformed"
    })
    void refusesOtherWebsites(String raw, String code) {
        assertThat(Websites.normalise(raw).refusalOrNull()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "email, zhang@a.cn, z****@a.cn",
        "email, a@b.cn, a****n",
        "name, 张三, 张*",
        "name, 欧阳锋, 欧阳*",
        "name, 张三丰, 张**",
        "name, 𠮷野家, 𠮷**",
        "code, 91350100M000100Y43, 91****0Y43",
        "generic, 一二三四五六, 一****六",
        "generic, 短, ****"
    })
    void masksShowOnlyWhatHelpsToRecognise(String kind, String value, String masked) {
        String shown = switch (kind) {
            case "email" -> Masks.email(value);
            case "name" -> Masks.personName(value);
            case "code" -> Masks.creditCode(value);
            default -> Masks.generic(value);
        };
        assertThat(shown).isEqualTo(masked);
    }
}
