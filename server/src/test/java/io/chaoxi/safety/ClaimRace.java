package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Many callers who claim at the same moment. */
final class ClaimRace {
    static final String CUSTOMERS = "/api/v1/customers";

    private final ExecutorService threads;
    private final Http admin;

    ClaimRace(ExecutorService threads, Http admin) {
        this.threads = threads;
        this.admin = admin;
    }

    /** A customer without an owner. */
    String waiting(String name) {
        var values = new HashMap<String, Object>(Map.of("name", name));
        values.put("owner", null);
        var answer = Patience.with(() -> admin.post(CUSTOMERS + "?duplicates=allow", values));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    /** All at once; the callers want these in turn. */
    List<Http.Answer> together(List<Http> callers, List<String> wanted) throws Exception {
        var start = new CyclicBarrier(callers.size());
        List<Future<Http.Answer>> asked = new ArrayList<>();
        for (int i = 0; i < callers.size(); i++) {
            Http caller = callers.get(i);
            String claim = CUSTOMERS + "/" + wanted.get(i % wanted.size()) + "/claim";
            asked.add(threads.submit(() -> {
                start.await();
                return Patience.with(() -> caller.post(claim, Map.of()));
            }));
        }
        List<Http.Answer> answers = new ArrayList<>();
        for (var one : asked) answers.add(one.get());
        return answers;
    }

    /** Exactly one gets it, and the others are told who. */
    void oneWinner(List<Http> callers, String name) throws Exception {
        var answers = together(callers, List.of(waiting(name)));
        var winners = answers.stream().filter(one -> one.status() == 200).toList();
        assertThat(winners).as(name).hasSize(1);
        String owner = winners.getFirst().json().path("owner").path("id").asString();
        assertThat(answers.stream().filter(one -> one.status() != 200)).allSatisfy(lost -> {
            assertThat(lost.code()).isEqualTo("alreadyClaimed");
            assertThat(lost.json().path("owner").path("id").asString()).isEqualTo(owner);
            assertThat(lost.json().path("owner").path("label").asString()).isNotBlank();
        });
    }
}
