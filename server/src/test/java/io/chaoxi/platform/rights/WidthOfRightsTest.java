package io.chaoxi.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthOfRightsTest {
    @ParameterizedTest
    @CsvSource({
        "HIDDEN, hidden, false, false",
        "MASKED, masked, false, true",
        "READ, read, true, false",
        "WRITE, write, true, true"
    })
    void whatMayBeDoneWithAField(FieldRight right, String key, boolean readable, boolean writable) {
        assertThat(right.readable()).isEqualTo(readable);
        assertThat(right.writable()).isEqualTo(writable);
        assertThat(right.key()).isEqualTo(key);
        assertThat(FieldRight.of(key)).isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"SELF, self", "DEPARTMENT, department", "DEPARTMENT_TREE, departmentTree", "ALL, all"})
    void scopesAreStoredByTheirKeys(DataScope scope, String key) {
        assertThat(scope.key()).isEqualTo(key);
        assertThat(DataScope.of(key)).isEqualTo(scope);
        assertThatThrownBy(() -> DataScope.of(scope.name() + "?")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofTwoRightsTheWiderOneCounts() {
        assertThat(FieldRight.MASKED.wider(FieldRight.READ)).isEqualTo(FieldRight.READ);
        assertThat(FieldRight.WRITE.wider(FieldRight.HIDDEN)).isEqualTo(FieldRight.WRITE);
        assertThat(DataScope.SELF.wider(DataScope.DEPARTMENT_TREE)).isEqualTo(DataScope.DEPARTMENT_TREE);
        assertThat(DataScope.ALL.wider(DataScope.DEPARTMENT)).isEqualTo(DataScope.ALL);
        assertThat(Arrays.stream(DataScope.values()).reduce(DataScope.SELF, DataScope::wider))
                .isEqualTo(DataScope.ALL);
    }
}
