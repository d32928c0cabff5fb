package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an index of pairs of characters has to be asked, so that a name finds those that are like it. */
class NamePairsTest {
    private static Set<String> pairs(String name) {
        int[] points = Folding.squash(name).codePoints().toArray();
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < points.length; i++) pairs.add(new String(points, i, 2));
        return pairs;
    }

    private static List<Set<String>> asked(String name, Rarity rarity) {
        return NamePairs.of(Profile.of(Party.company(name), rarity), rarity);
    }

    @Test
    void theCoreOfANameIsAskedForTwoPairsAtATime() {
        var asked = asked("深圳市恒锐精密仪器有限公司", Rarity.unknown());
        assertThat(asked).allMatch(way -> way.size() <= 2).hasSizeLessThanOrEqualTo(7);
        assertThat(asked).anyMatch(pairs("恒锐精密（深圳）有限责任公司")::containsAll);
        assertThat(asked).noneMatch(pairs("深圳市大族激光科技有限公司")::containsAll);
    }

    @Test
    void aShortCoreIsHelpedByWhatStandsAroundIt() {
        assertThat(asked("华为", Rarity.unknown())).contains(Set.of("华为"));
        assertThat(asked("Huawei Technologies Co., Ltd.", Rarity.unknown()))
                .anyMatch(pairs("HUAWEI Technologies")::containsAll);
        assertThat(asked("王", Rarity.unknown())).isEmpty();
    }

    @Test
    void ofANameTheMostTellingPairsAreAsked() {
        Rarity counted = Rarity.of(java.util.Collections.nCopies(500, Party.company("精密仪器有限公司")));
        assertThat(asked("恒锐精密仪器有限公司", counted))
                .contains(Set.of("恒锐"), Set.of("恒锐", "锐精"))
                .hasSize(4)
                .doesNotContain(Set.of("精密"), Set.of("仪器"));
        assertThat(asked("恒锐", Rarity.unknown())).containsExactly(Set.of("恒锐"));
        assertThat(asked("深圳恒锐", Rarity.unknown()))
                .containsExactlyInAnyOrder(Set.of("恒锐"), Set.of("恒锐", "深圳"), Set.of("恒锐", "圳恒"), Set.of("深圳", "圳恒"));
        assertThat(asked("Acme Tools", Rarity.unknown()))
                .containsExactlyInAnyOrder(Set.of("ac", "cm", "me"), Set.of("ac", "cm", "me", "to", "oo", "ol", "ls"));
    }

    @Test
    void whatVeryManyNamesHaveIsNotAskedFor() {
        List<Party> sample = new ArrayList<>(Collections.nCopies(50, Party.company("恒锐自动化设备有限公司")));
        sample.addAll(Collections.nCopies(40, Party.company("远海教育咨询有限公司")));
        Rarity counted = Rarity.of(sample);
        var asked = asked("远海自动化设备有限公司", counted);
        assertThat(asked).contains(Set.of("远海")).noneMatch(pairs("恒锐自动化设备有限公司")::containsAll);
        assertThat(asked("自动化设备有限公司", counted)).hasSize(1).allMatch(pairs("自动化设备")::containsAll);
        assertThat(asked("远海", counted)).containsExactly(Set.of("远海"));
    }

    @Test
    void aPersonIsAskedForWhole() {
        var person = Profile.of(Party.person("欧阳娜娜"), Rarity.unknown());
        assertThat(NamePairs.of(person, Rarity.unknown())).containsExactly(Set.of("欧阳", "阳娜", "娜娜"));
    }

    /** Measured: 1,441 of 1,490. What misses shares no two neighbouring characters with its full name, or lost all but one. */
    @Test
    @Tag("large")
    void shortNamesLeadToTheirFullNames() throws Exception {
        List<Map<String, String>> companies = MatchSets.listed();
        Rarity rarity = Rarity.of(companies.stream()
                .map(row -> Party.company(row.get("full_name")))
                .toList());
        long found = companies.stream()
                .filter(row -> asked(ListedCompanies.withoutMarks(row.get("short_name")), rarity).stream()
                        .anyMatch(pairs(row.get("full_name"))::containsAll))
                .count();
        assertThat(found).isGreaterThanOrEqualTo(1441);
    }
}
