package io.chaoxi.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({
        "长沙,chang sha",
        "重庆,chong qing",
        "厦门,xia men",
        "银行,yin hang",
        "平安银行,ping an yin hang",
        "长虹,chang hong",
        "长盈精密,chang ying jing mi",
        "东阿阿胶,dong e e jiao",
        "西藏药业,xi zang yao ye",
        "重庆长安汽车,chong qing chang an qi che",
        "乐清,yue qing",
        "六安,lu an",
        "地产,di chan",
        "都市,du shi",
        "佛山,fo shan",
        "绿色,lv se",
        "吕梁,lv liang",
        "葡萄酒,pu tao jiu",
        "成长,cheng zhang",
        "拓维,tuo wei"
    })
    void readsPlacesAndFirmsAsPeopleDo(String text, String key) {
        assertThat(Pinyin.sortKey(text)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "曾国藩,zeng guo fan", "仇英,qiu ying", "区志强,ou zhi qiang", "单田芳,shan tian fang", "解晓东,xie xiao dong",
        "查良镛,zha liang yong", "任正非,ren zheng fei", "朴树,piao shu", "尉迟恭,yu chi gong", "單田芳,shan tian fang",
        "翟天临,zhai tian lin", "万俟卨,mo qi xie", "覃辉,qin hui", "缪建民,miao jian min", "盖叫天,ge jiao tian"
    })
    void readsSurnamesAsSurnames(String name, String key) {
        assertThat(Pinyin.nameSortKey(name)).isEqualTo(key);
    }

    @Test
    void sortsBySyllableAndNotByLetter() {
        assertThat(Stream.of("先锋", "西安", "方案", "翻案")
                        .sorted((a, b) -> Pinyin.sortKey(a).compareTo(Pinyin.sortKey(b))))
                .containsExactly("翻案", "方案", "西安", "先锋");
    }

    @Test
    void keepsLettersAndDigitsAndDropsWidthAndMarks() {
        assertThat(Pinyin.sortKey("万  科Ａ")).isEqualTo("wan ke a");
        assertThat(Pinyin.sortKey("TCL科技（集团）360")).isEqualTo("tcl ke ji ji tuan 360");
        assertThat(Pinyin.sortKey("")).isEmpty();
        assertThat(Pinyin.sortKey("--- ()")).isEmpty();
    }

    @Test
    void initialsAreFirstLetters() {
        assertThat(Pinyin.initials("恒锐精密")).isEqualTo("hrjm");
        assertThat(Pinyin.initials("TCL科技")).isEqualTo("tclkj");
        assertThat(Pinyin.nameInitials("曾小贤")).isEqualTo("zxx");
        assertThat(Pinyin.initials("🚀👩‍👩‍👧")).isEmpty();
    }

    @Test
    void rareCharactersAreReadByCodePoint() {
        assertThat(Pinyin.sortKey("𠮷野家")).isEqualTo("ji ye jia");
        assertThat(Pinyin.sortKey("㐀")).isEqualTo("qiu");
        assertThat(Pinyin.sortKey("𬎆")).isNotEmpty();
        assertThat(Pinyin.sortKey("👩‍👩‍👧")).isNotEmpty();
        assertThat(Pinyin.sortKey("שלום עליכם")).isEqualTo("שלום עליכם");
    }

    @Test
    void aKeyStaysShortEnoughForAnIndex() {
        assertThat(Pinyin.sortKey("双".repeat(1_000_000)).length()).isLessThan(1_500);
        assertThat(Pinyin.sortKey("𠮷".repeat(1_000_000)).length()).isLessThan(1_500);
        assertThat(Pinyin.initials("双".repeat(1_000_000))).hasSize(200);
    }

    @Test
    void neverThrowsOnAnyText() {
        Random random = new Random(20261121);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(20), 0, 0x10FFFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(Pinyin.sortKey(text)).doesNotStartWith(" ");
            assertThat(Pinyin.nameInitials(text)).doesNotContain(" ");
        }
    }

    @Test
    @Tag("large")
    void readsFarMoreNamesPerSecondThanAnImportBrings() {
        List<String> names = List.of("深圳市恒锐精密仪器有限公司", "重庆长安汽车股份有限公司", "曾国藩", "TCL科技集团");
        List<String> keys = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < 50_000; i++) {
            keys.add(Pinyin.sortKey(names.get(i % names.size())));
        }
        double perSecond = keys.size() / ((System.nanoTime() - start) / 1e9);
        assertThat(perSecond).isGreaterThan(20_000);
    }
}
