package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * G8: of many who claim the same customer at once exactly one gets it and the others are told who, and nobody comes to
 * more than the limits allow. {@code -Dsafety.claimRaces=5000} for the full figure, {@link TwoNodesClaimTest} for the
 * other half of it.
 */
@ApplicationTest
class ClaimRaceTest {
    @Autowired
    ApplicationContext application;

    @Test
    void exactlyOneOfManyGetsIt() throws Exception {
        Firm firm = Firm.found(application);
        int races = Counts.of("claimRaces", 6);
        List<Http> callers = new ArrayList<>();
        for (int i = 0; i < 64; i++) callers.add(firm.person("rep").http());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var race = new ClaimRace(threads, firm.administrator().http());
            for (int i = 0; i < races; i++) race.oneWinner(callers, "抢" + i);
        }
        System.out.println("claims: " + races + " races of 64 callers, one winner each");
    }

    @Test
    void limitsHoldHoweverManyAskAtOnce() throws Exception {
        Firm firm = Firm.found(application);
        Http admin = firm.administrator().http();
        String pools = "/api/v1/pools";
        String pool = pools + "/"
                + admin.get(pools + "?filter=object==customer")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        int races = Counts.of("claimRaces", 6) / 3;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var race = new ClaimRace(threads, admin);
            for (int i = 0; i < races; i++) {
                var limits = new HashMap<String, Object>();
                limits.put("claimsPerDay", i % 2 == 0 ? 3 : null);
                limits.put("heldMost", i % 2 == 0 ? null : 3);
                long version = admin.get(pool).json().path("version").asLong();
                assertThat(admin.patch(pool, version, limits).status()).isEqualTo(200);
                Http one = firm.person("rep").http();
                List<Http> same = new ArrayList<>();
                List<String> wanted = new ArrayList<>();
                for (int j = 0; j < 16; j++) {
                    same.add(one);
                    wanted.add(race.waiting("限" + i + "-" + j));
                }
                var answers = race.together(same, wanted);
                assertThat(answers.stream().filter(answer -> answer.status() == 200))
                        .as("race " + i)
                        .hasSize(3);
                assertThat(answers.stream().filter(answer -> answer.status() != 200))
                        .allMatch(answer -> answer.code().equals("poolQuotaReached"));
            }
        }
    }
}
