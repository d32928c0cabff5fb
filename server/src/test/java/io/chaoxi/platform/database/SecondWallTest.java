package io.chaoxi.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class SecondWallTest {
    @Test
    void aRoleThatRowLevelSecurityDoesNotBindStartsNothing() {
        try (var database = TestDatabase.create()) {
            assertThatThrownBy(() -> SecondWall.check(database.superuser()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("chaoxi_app");
            assertThatCode(() -> SecondWall.check(database.app())).doesNotThrowAnyException();
        }
    }
}
