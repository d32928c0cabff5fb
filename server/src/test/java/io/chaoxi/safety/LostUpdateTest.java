package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G10: of many who edit the same customer at once each either changes what he saw or is told that it is stale, and no
 * change is lost. {@code -Dsafety.edits=100000} for the full figure.
 */
@ApplicationTest
class LostUpdateTest {
    private static final int EDITORS = 8;

    @Autowired
    ApplicationContext application;

    @Test
    void noEditIsLostWhenManyEditTheSameCustomer() throws Exception {
        Firm firm = Firm.found(application);
        String path = "/api/v1/customers/" + firm.record("customer", Map.of("name", "绍兴越恒印染集团", "employees", 0));
        int each = Counts.of("edits", 96) / EDITORS;
        int sum = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> editors = new ArrayList<>();
            for (int i = 0; i < EDITORS; i++) {
                Http editor = firm.person("administrator").http();
                editors.add(threads.submit(() -> edits(editor, path, each)));
            }
            for (Future<Integer> editor : editors) sum += editor.get();
        }
        var left = firm.administrator().http().get(path).json();
        System.out.println("lost updates: " + each * EDITORS + " edits, " + sum + " taken, 0 lost");
        assertThat(sum).isPositive();
        assertThat(left.path("employees").asInt()).isEqualTo(sum);
        assertThat(left.path("version").asLong()).isEqualTo(sum + 1L);
    }

    /** How many of the edits were taken. */
    private static int edits(Http editor, String path, int count) {
        int taken = 0;
        for (int i = 0; i < count; i++) {
            var now = Patience.with(() -> editor.get(path)).json();
            int employees = now.path("employees").asInt() + 1;
            var change = Map.of("employees", employees);
            var answer =
                    Patience.with(() -> editor.patch(path, now.path("version").asLong(), change));
            if (answer.status() == 200) taken++;
            else assertThat(answer.code()).isEqualTo("stale");
        }
        return taken;
    }
}
