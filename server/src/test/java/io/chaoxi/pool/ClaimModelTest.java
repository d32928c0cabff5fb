package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.SignedIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random claims and returns come out as a simple model of the limits says. */
class ClaimModelTest extends PooledFirm {
    private static final int PER_DAY = 14;
    private static final int HELD = 4;
    private static final int OF_A = 2;

    private final Map<UUID, SignedIn> owners = new HashMap<>();
    private final Map<UUID, String> grades = new HashMap<>();
    private final Map<SignedIn, Integer> claims = new HashMap<>();

    private boolean graded() {
        return object().equals("customer");
    }

    private String expected(SignedIn person, UUID id) {
        if (owners.get(id) != null) return "alreadyClaimed";
        if (claims.getOrDefault(person, 0) >= PER_DAY) return "perDay";
        var held = owners.entrySet().stream()
                .filter(one -> one.getValue().equals(person))
                .map(Map.Entry::getKey)
                .toList();
        if (held.size() >= HELD) return "held";
        boolean isA = "high".equals(grades.get(id));
        long ofA = held.stream().filter(one -> "high".equals(grades.get(one))).count();
        return isA && ofA >= OF_A ? "heldOfGrade" : "";
    }

    private String claimed(SignedIn person, UUID id) {
        var answer = claim(person, id);
        if (answer.status() == 200) return "";
        return answer.code().equals("poolQuotaReached")
                ? answer.json().path("limit").asString()
                : answer.code();
    }

    @Test
    void claimsComeOutAsTheModelSays() {
        change(shanghai, Map.of("claimsPerDay", PER_DAY, "heldMost", HELD));
        var members = List.of(who(member), who(other));
        terms(
                shanghai,
                Map.of("members", members, "fields", List.of(), "grades", graded() ? Map.of("high", OF_A) : Map.of()));
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            var values = new HashMap<String, Object>(Map.of("name", "上海" + i, "region", "310000"));
            values.put("owner", null);
            if (graded() && i % 2 == 0) values.put("grade", "high");
            UUID id = firm.record(object(), values);
            all.add(id);
            grades.put(id, graded() && i % 2 == 0 ? "high" : "");
        }
        var random = new Random(20261123L);
        for (int i = 0; i < 120; i++) {
            SignedIn person = random.nextBoolean() ? member : other;
            UUID id = all.get(random.nextInt(all.size()));
            if (person.equals(owners.get(id))) {
                assertThat(release(person, id).status()).isEqualTo(200);
                owners.remove(id);
                continue;
            }
            String expected = expected(person, id);
            assertThat(claimed(person, id)).as("step " + i).isEqualTo(expected);
            if (!expected.isEmpty()) continue;
            owners.put(id, person);
            claims.merge(person, 1, Integer::sum);
        }
        assertThat(claims.values()).allMatch(count -> count <= PER_DAY);
    }
}
