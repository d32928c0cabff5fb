package io.chaoxi.lead;

import static chaoxi.tables.Tables.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.Jobs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApplicationTest
class QualificationTest {
    private static final String LEADS = "/api/v1/leads";
    private static final String CRITERIA = "/api/v1/lead-qualification";

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private static Http.Answer put(Http http, String path, long version, Object body) {
        return http.with("If-Match", "\"" + version + "\"").put(path, body);
    }

    private static Map<String, Object> criterion(String id, String kind, String name, int points) {
        return Map.of("id", id, "kind", kind, "name", name, "points", points);
    }

    private JsonNode answer(String lead, long version, Map<String, Object> answers) {
        var answer = put(admin, LEADS + "/" + lead + "/qualification", version, Map.of("answers", answers));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Once the leads are judged by the last criteria. */
    private void judged() {
        var jobs = admin.get("/api/v1/jobs").json().path("items");
        var job = Jobs.ended(admin, jobs.get(0));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
    }

    private JsonNode row(String lead) {
        return admin.get(LEADS + "/" + lead).json();
    }

    @Test
    void answersMakeAScoreAndFromTheThresholdOnALeadIsQualified() {
        String lead = firm.record("lead", Map.of("name", "要判定的")).toString();
        assertThat(row(lead).path("score").isNull()).isTrue();
        assertThat(admin.patch(LEADS + "/" + lead, 1, Map.of("status", "qualified"))
                        .text())
                .contains("leadNotQualified");
        var some = answer(lead, 1, Map.of("industry", true, "decides", true, "budget", false));
        assertThat(some.path("score").asInt()).isEqualTo(30);
        assertThat(some.path("qualified").asBoolean()).isFalse();
        assertThat(row(lead).path("status").path("id").asString()).isEqualTo("new");
        var enough = answer(lead, 2, Map.of("need", true, "budget", true));
        assertThat(enough.path("score").asInt()).isEqualTo(60);
        var judged = row(lead);
        assertThat(judged.path("status").path("id").asString()).isEqualTo("qualified");
        assertThat(judged.path("qualified").asBoolean()).isTrue();
        assertThat(judged.path("fitScore").asInt()).isEqualTo(30);
        assertThat(judged.path("interestScore").asInt()).isEqualTo(30);
        assertThat(judged.path("judgement").asString()).contains("✓ 有预算 +15");
        assertThat(admin.get(LEADS + "?filter=qualified==true;score=ge=60&sort=-score")
                        .json()
                        .path("items"))
                .hasSize(1);
        var taken = new HashMap<String, Object>();
        taken.put("need", null);
        answer(lead, 3, taken);
        assertThat(row(lead).path("status").path("id").asString()).isEqualTo("following");
        assertThat(admin.get(LEADS + "/" + lead + "/history").text()).contains("判定明细", "合格分");
    }

    @Test
    void theFirmWritesItsOwnCriteriaAndOpenLeadsAreJudgedAnew() {
        String open = firm.record("lead", Map.of("name", "开着的")).toString();
        answer(open, 1, Map.of("budget", true));
        String converted = firm.record("lead", Map.of("name", "转了的")).toString();
        answer(converted, 1, Map.of("budget", true));
        var became =
                admin.with("If-Match", "\"2\"").post(LEADS + "/" + converted + "/convert", Map.of("customer", "new"));
        assertThat(became.status()).as(became.text()).isEqualTo(200);

        var items = List.of(criterion("budget", "interest", "有钱", 70), criterion("own", "fit", "自己的", 5));
        var written = put(admin, CRITERIA, 1, Map.of("threshold", 50, "items", items));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        assertThat(written.json().path("version").asLong()).isEqualTo(2);
        judged();
        assertThat(row(open).path("score").asInt()).isEqualTo(70);
        assertThat(row(open).path("qualified").asBoolean()).isTrue();
        assertThat(row(open).path("status").path("id").asString()).isEqualTo("qualified");
        assertThat(row(converted).path("score").asInt())
                .as("by what it was converted stays")
                .isEqualTo(15);
        assertThat(put(admin, CRITERIA, 1, Map.of("threshold", 50, "items", items))
                        .code())
                .isEqualTo("stale");
        var rep = firm.person("rep").http();
        assertThat(rep.get(CRITERIA).json().path("items")).hasSize(2);
        assertThat(put(rep, CRITERIA, 2, Map.of("threshold", 50, "items", items))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void leadsAreJudgedAPieceAtATimeAndOnlyThoseThatStandOtherwiseAreWritten() {
        for (int i = 0; i < 5; i++) {
            String lead = firm.record("lead", Map.of("name", "第" + i + "条")).toString();
            if (i != 1) answer(lead, 1, Map.of("budget", i != 3));
        }
        var items = List.of(criterion("budget", "interest", "有预算", 70));
        assertThat(put(admin, CRITERIA, 1, Map.of("threshold", 50, "items", items))
                        .status())
                .isEqualTo(200);
        judged();
        assertThat(admin.get(LEADS + "?filter=status==qualified;score==70")
                        .json()
                        .path("items"))
                .hasSize(3);
        var job = application.getBean(JudgingJob.class);
        firm.administrator()
                .as(() -> transaction().execute(status -> {
                    application
                            .getBean(DSLContext.class)
                            .update(LEAD)
                            .set(LEAD.SCORE, 1)
                            .set(LEAD.FIT_SCORE, 1)
                            .execute();
                    var first = job.piece("lead", null, 2);
                    assertThat(first.looked()).isEqualTo(2);
                    assertThat(first.changed())
                            .as("one of them was answered about")
                            .isEqualTo(1);
                    var second = job.piece("lead", first.last(), 2);
                    var last = job.piece("lead", second.last(), 2);
                    assertThat(second.looked() + last.looked()).isEqualTo(3);
                    assertThat(second.changed() + last.changed()).isEqualTo(3);
                    var again = job.piece("lead", null, 9);
                    assertThat(again.changed()).as("all stand as they should").isZero();
                    return last;
                }));
    }

    @Test
    void newCriteriaWaitForWhoeverIsAboutToJudgeByTheOldOnes() throws Exception {
        String lead = firm.record("lead", Map.of("name", "同时判的")).toString();
        var items = List.of(criterion("budget", "interest", "有预算", 70));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Http.Answer> written = firm.administrator()
                    .as(() -> transaction().execute(status -> {
                        var answers = JsonMapper.shared().valueToTree(Map.of("answers", Map.of("budget", true)));
                        application.getBean(Qualifications.class).answer(UUID.fromString(lead), 1, answers);
                        var putting =
                                threads.submit(() -> put(admin, CRITERIA, 1, Map.of("threshold", 50, "items", items)));
                        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
                        assertThat(putting.isDone()).isFalse();
                        return putting;
                    }));
            assertThat(written.get().status()).as(written.get().text()).isEqualTo(200);
        }
        judged();
        assertThat(row(lead).path("score").asInt()).isEqualTo(70);
        assertThat(row(lead).path("status").path("id").asString()).isEqualTo("qualified");
    }

    private TransactionTemplate transaction() {
        return new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    }

    @Test
    void refusesWhatIsNoCriterionAndNoAnswer() {
        String lead = firm.record("lead", Map.of("name", "问错的")).toString();
        String path = LEADS + "/" + lead + "/qualification";
        assertThat(put(admin, path, 1, Map.of("answers", Map.of("nobody", true)))
                        .status())
                .isEqualTo(422);
        assertThat(put(admin, path, 1, Map.of("answers", Map.of("budget", "yes")))
                        .text())
                .contains("notYesNo");
        assertThat(put(admin, path, 1, Map.of()).status()).isEqualTo(422);
        assertThat(admin.put(path, Map.of("answers", Map.of())).status()).isEqualTo(428);
        for (var bad : List.of(
                criterion("a b", "fit", "名", 1),
                criterion("a", "other", "名", 1),
                criterion("a", "fit", " ", 1),
                criterion("a", "fit", "名", 101))) {
            assertThat(put(admin, CRITERIA, 1, Map.of("threshold", 50, "items", List.of(bad)))
                            .status())
                    .as(bad.toString())
                    .isEqualTo(422);
        }
        assertThat(put(admin, CRITERIA, 1, Map.of("threshold", 0, "items", List.of()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoMayNotReadTheScoreIsNotToldHowItCame() {
        String role = admin.post(
                        "/api/v1/roles",
                        Map.of(
                                "name",
                                "不看分",
                                "permissions",
                                List.of("lead.read", "lead.update"),
                                "scopes",
                                Map.of("lead", "all"),
                                "fields",
                                Map.of("lead", Map.of("score", "hidden"))))
                .json()
                .path("name")
                .asString();
        String lead = firm.record("lead", Map.of("name", "看不到分的")).toString();
        var http = firm.person(role).http();
        assertThat(http.get(LEADS + "/" + lead).status()).isEqualTo(200);
        assertThat(http.get(LEADS + "/" + lead + "/qualification").status()).isEqualTo(404);
    }
}
