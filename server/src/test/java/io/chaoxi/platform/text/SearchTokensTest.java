package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.SearchQuery.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTokensTest {

    @ParameterizedTest
    @CsvSource({
        "深圳市恒锐精密仪器有限公司, 恒锐",
        "深圳市恒锐精密仪器有限公司, hrjm",
        "深圳市恒锐精密仪器有限公司, 锐",
        "恒锐（上海）精密, 恒锐上海",
        "恒锐（上海）精密, 精密 恒锐",
        "TCL科技集团, tclkj",
        "TCL科技集团, tcl科",
        "TCL科技集团, TCL",
        "Ping An Bank, an bank",
        "萬科企業, 万科",
        "万科企业, 萬科",
        "曾小贤, zxx",
        "𠮷野家, 𠮷野",
        "𠮷野家, 𠮷",
        "㐀𬎆, 㐀𬎆",
        "🚀科技, 🚀科",
        "شركة, شرك",
        "单小明, sxm",
        "Ｖｉｖｏ, vivo"
    })
    void findsANameByAnyTwoNeighbours(String name, String typed) {
        assertThat(found(SearchTokens.forName(name), typed)).isTrue();
        assertThat(SearchTokens.matches(name, SearchTokens.forQuery(typed))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "+8613800138000, 8000",
        "+8613800138000, 138000",
        "+8613800138000, 13800138000",
        "+8613800138000, +86 138-0013-8000",
        "+861062345678, 010-62345678",
        "+861062345678, 62345678",
        "+8675586013388;ext=123, 86013388",
        "+8675586013388;ext=123, 3388",
        "+85221234567, 21234567"
    })
    void findsAPhoneByItsEnd(String stored, String typed) {
        assertThat(found(SearchTokens.forPhone(stored), typed)).isTrue();
        assertThat(SearchTokens.matches(stored, SearchTokens.forQuery(typed))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Zhang.San@example.com, zhang.san@example.com",
        "zhang.san@example.com, zhang",
        "a@b.cn, @b.cn",
        "a@b.cn, a@b.cn"
    })
    void findsAnAddressByItsBeginningOrDomain(String email, String typed) {
        assertThat(found(SearchTokens.forEmail(email), typed)).isTrue();
        assertThat(SearchTokens.matches(email, SearchTokens.forQuery(typed))).isTrue();
    }

    @Test
    void findsACreditCodeByTheWholeOrItsLastSix() {
        Set<String> tokens = SearchTokens.forCode("91350100M000100Y43");
        assertThat(found(tokens, "91350100m000100y43")).isTrue();
        assertThat(found(tokens, "100Y43")).isTrue();
        assertThat(found(tokens, "350100")).isFalse();
    }

    @Test
    void fourDigitsAreTheOnlyPhoneSearchForThoseWhoSeeMaskedNumbers() {
        SearchQuery masked = SearchTokens.forQuery("138000").only(Set.of(Kind.NAME, Kind.PHONE_TAIL));
        assertThat(masked.alternatives())
                .extracting(SearchQuery.Alternative::kind)
                .containsOnly(Kind.NAME);
        SearchQuery tail = SearchTokens.forQuery("8000").only(Set.of(Kind.PHONE_TAIL));
        assertThat(tail.alternatives().getFirst().tokens()).containsExactly("t8000");
    }

    @Test
    void scatteredPairsAreSortedOutByTheCheck() {
        String candidate = "科技科普技术";
        SearchQuery query = SearchTokens.forQuery("科普技");
        assertThat(SearchTokens.matches(candidate, query)).isTrue();
        assertThat(SearchTokens.matches("技科普 普技", SearchTokens.forQuery("科普技"))).isFalse();
    }

    @Test
    void firmsNeverShareATokenWhateverTheirNumbers() {
        assertThat(SearchTokens.prefixed(59, Set.of("n恒"))).containsExactly("1Nn恒");
        assertThat(SearchTokens.prefixed(1, Set.of("nn恒"))).containsExactly("1nn恒");
    }

    @Test
    void longTextsAreIndexedByTheirBeginning() {
        assertThat(SearchTokens.forName("甲乙丙丁戊".repeat(200_000))).hasSizeLessThan(600);
        assertThat(SearchTokens.forQuery("甲乙丙丁戊".repeat(200_000)).alternatives())
                .hasSize(1);
    }

    @Test
    void nothingTypedFindsNothing() {
        assertThat(SearchTokens.forQuery("  ").alternatives()).isEmpty();
        assertThat(SearchTokens.forQuery("a").alternatives()).isEmpty();
        assertThat(SearchTokens.forQuery("%_'--").alternatives()).isEmpty();
    }

    private static boolean found(Set<String> tokens, String typed) {
        return SearchTokens.forQuery(typed).alternatives().stream().anyMatch(way -> tokens.containsAll(way.tokens()));
    }
}
