package io.chaoxi.platform.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chaoxi.platform.problem.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** How a merge is asked for. */
class MergeTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);
    private static final String SEEN = "{'id': '" + ONE + "', 'version': 3}";
    private static final String OTHER = "{'id': '" + TWO + "', 'version': 5}";

    private static Merge read(String body) {
        return Merge.read(JsonMapper.shared().readTree(body.replace('\'', '"')));
    }

    private static List<String> refused(String body) {
        return catchThrowableOfType(Refusal.class, () -> read(body)).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @Test
    void namesTheRecordsAsTheyWereSeenAndWhoseValuesStay() {
        Merge merge = read("{'survivor': " + SEEN + ", 'others': [" + OTHER + "], 'take': {'phone': '" + TWO + "'}}");
        assertThat(merge.survivor()).isEqualTo(new Merge.Seen(ONE, 3));
        assertThat(merge.others()).containsExactly(new Merge.Seen(TWO, 5));
        assertThat(merge.otherIds()).containsExactly(TWO);
        assertThat(merge.take()).containsOnlyKeys("phone").containsValue(TWO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", ", 'take': null", ", 'take': {}"},
            quoteCharacter = '#')
    void nothingNeedsToBeChosen(String take) {
        String chosen = take.equals("''") ? "" : take;
        assertThat(read("{'survivor': " + SEEN + ", 'others': [" + OTHER + "]" + chosen + "}")
                        .take())
                .isEmpty();
    }

    @Test
    void twentyAtATimeGoIntoAnotherOne() {
        assertThat(read("{'survivor': " + SEEN + ", 'others': [" + others(20) + "]}")
                        .others())
                .hasSize(20);
        assertThat(refused("{'survivor': " + SEEN + ", 'others': [" + others(21) + "]}"))
                .containsExactly("others tooMany");
    }

    private static String others(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{'id': '" + new UUID(9, i) + "', 'version': 1}")
                .collect(Collectors.joining(","));
    }

    @Test
    void oneRecordIsNamedOnce() {
        assertThat(refused("{'survivor': " + SEEN + ", 'others': [" + SEEN + "]}"))
                .containsExactly("others twiceThere");
        assertThat(refused("{'survivor': " + SEEN + ", 'others': [" + OTHER + "," + OTHER + "]}"))
                .containsExactly("others twiceThere");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(refused("{'survivor': {'id': '7'}, 'others': [], 'take': {'phone': 'x'}, 'into': 1}"))
                .containsExactlyInAnyOrder(
                        "into unknownField",
                        "survivor notAnId",
                        "survivor versionMissing",
                        "others notAList",
                        "phone unknownChoice");
    }

    @Test
    void aVersionIsAWholeNumber() {
        assertThat(refused("{'survivor': {'id': '" + ONE + "', 'version': '3'}, 'others': [" + OTHER + "]}"))
                .containsExactly("survivor versionMissing");
    }

    @Test
    void whatIsNoListAndNoChoiceIsRefused() {
        assertThat(refused("{'survivor': " + SEEN + ", 'others': 'all', 'take': []}"))
                .containsExactlyInAnyOrder("others notAList", "take notAnObject");
        assertThatThrownBy(() -> read("[]"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
