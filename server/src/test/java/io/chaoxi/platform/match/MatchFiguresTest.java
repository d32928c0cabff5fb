package io.chaoxi.platform.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.match.Likeness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the one set of weights reaches on public sets, and that docs/matching.md says the same. After a change run this
 * test with {@code -Dmatching.write=true} and look at what changed. Floors lie just below what was reached, so that a
 * fault in any comparison shows.
 */
class MatchFiguresTest {
    private static final Path DOCUMENT = Path.of("../docs/matching.md");
    private static final String BEGIN = "<!-- made by MatchFiguresTest -->\n";
    private static final String END = "<!-- end -->";

    private static final Map<String, MatchFigures> SETS = new LinkedHashMap<>();
    private static final List<String> NAMES = new ArrayList<>();
    private static ListedCompanies byName;
    private static ListedCompanies byAll;
    private static Map<Verdict, Integer> pairsByName;
    private static Map<Verdict, Integer> pairsByAll;
    private static int shortNames;
    private static int shortNamesInBlocks;

    @BeforeAll
    static void compareAll() throws IOException {
        SETS.put("restaurants (name, address, city)", MatchFigures.of(MatchSets.restaurants()));
        SETS.put("restaurants, labelled pairs (with phone)", MatchFigures.of(MatchSets.restaurantPairs()));
        SETS.put("febrl1 (name, address, suburb, postcode, birth date)", MatchFigures.of(MatchSets.febrl()));
        SETS.put("rldata500 (name, birth date)", MatchFigures.of(MatchSets.germans()));
        SETS.put("census-people (name, street, house number)", MatchFigures.of(MatchSets.census()));
        NAMES.addAll(SETS.keySet());
        byName = new ListedCompanies(true);
        byAll = new ListedCompanies(false);
        pairsByName = byName.pairs();
        pairsByAll = byAll.pairs();
        shortNames = byName.shortNamesFound(false);
        shortNamesInBlocks = byName.shortNamesFound(true);
    }

    private static MatchFigures set(int number) {
        return SETS.get(NAMES.get(number));
    }

    @Test
    void duplicatesOfThePublicSetsAreFound() {
        assertThat(set(0).f1()).as(NAMES.get(0)).isGreaterThan(0.945);
        assertThat(set(1).f1()).as(NAMES.get(1)).isGreaterThan(0.975);
        assertThat(set(2).f1()).as(NAMES.get(2)).isGreaterThan(0.985);
        assertThat(set(3).f1()).as(NAMES.get(3)).isGreaterThan(0.985);
        assertThat(set(4).f1()).as(NAMES.get(4)).isGreaterThan(0.835);
    }

    @Test
    void blocksKeepTheDuplicatesAndLeaveOutMostOtherPairs() {
        for (int number : new int[] {0, 2, 3, 4}) {
            MatchFigures figures = set(number);
            assertThat(figures.recallOfBlocks()).as(NAMES.get(number)).isGreaterThan(number == 4 ? 0.96 : 0.99);
            assertThat(figures.candidates()).as(NAMES.get(number)).isLessThan(4 * figures.records());
        }
    }

    @Test
    void shortNamesLeadToTheirCompany() {
        assertThat(shortNames).isGreaterThanOrEqualTo(1460);
        assertThat(shortNamesInBlocks).isGreaterThanOrEqualTo(1444);
    }

    @Test
    void differentCompaniesAreNotCalledDuplicates() throws IOException {
        assertThat(byName.lookAlikes()).doesNotContainKey(Verdict.DUPLICATE);
        assertThat(byAll.lookAlikes()).doesNotContainKey(Verdict.DUPLICATE);
        assertThat(pairsByName).doesNotContainKey(Verdict.DUPLICATE);
        assertThat(pairsByAll).doesNotContainKey(Verdict.DUPLICATE);
    }

    @Test
    void renamedCompaniesAreFound() throws IOException {
        assertThat(byName.renamed().get(Verdict.DUPLICATE)).isGreaterThanOrEqualTo(8);
        assertThat(byAll.renamed().get(Verdict.DUPLICATE)).isGreaterThanOrEqualTo(13);
        assertThat(byAll.renamed()).doesNotContainKey(Verdict.DIFFERENT);
    }

    @Test
    void theDocumentIsCurrent() throws IOException {
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(BEGIN) + BEGIN.length();
        String current = document.substring(0, from) + tables() + document.substring(document.indexOf(END));
        if (Boolean.getBoolean("matching.write")) Files.writeString(DOCUMENT, current);
        assertThat(Files.readString(DOCUMENT))
                .as("run with -Dmatching.write=true")
                .isEqualTo(current);
    }

    private static String tables() throws IOException {
        List<String> quality = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        SETS.forEach((name, figures) -> quality.add(figures.line(name)));
        for (int number : new int[] {0, 2, 3, 4}) blocks.add(set(number).blocksLine(NAMES.get(number)));
        return """

                | Set | Records | True pairs | Precision | Recall | F1 | False alarms | Missed | "Maybe": true / false |
                |---|---|---|---|---|---|---|---|---|
                %s

                | Blocking | Recall | True pairs with a common key | Pairs to compare | Others per record |
                |---|---|---|---|---|
                %s

                | Listed companies (szse-companies-main, %d) | Names only | With web and registered address |
                |---|---|---|
                | Short name leads to its company first, all compared | %s | |
                | The same, candidates by blocking only | %s | |
                | Look-alikes (107): duplicate / maybe / different | %s | %s |
                | All pairs of two companies: duplicate / maybe / different | %s | %s |
                | Renamed (19): duplicate / maybe / different | %s | %s |

                """.formatted(
                        String.join("\n", quality),
                        String.join("\n", blocks),
                        byName.size(),
                        share(shortNames),
                        share(shortNamesInBlocks),
                        verdicts(byName.lookAlikes()),
                        verdicts(byAll.lookAlikes()),
                        verdicts(pairsByName),
                        verdicts(pairsByAll),
                        verdicts(byName.renamed()),
                        verdicts(byAll.renamed()));
    }

    private static String share(int found) {
        return "%d, %.1f %%".formatted(found, 100.0 * found / byName.size());
    }

    private static String verdicts(Map<Verdict, Integer> verdicts) {
        return "%d / %d / %d"
                .formatted(
                        verdicts.getOrDefault(Verdict.DUPLICATE, 0),
                        verdicts.getOrDefault(Verdict.MAYBE, 0),
                        verdicts.getOrDefault(Verdict.DIFFERENT, 0));
    }
}
