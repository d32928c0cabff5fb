package io.chaoxi.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is asked on visits, answered there, counted and handed out. */
class VisitAnswersTest extends OnTheRoad {
    private static final List<Map<String, Object>> QUESTIONS = List.of(
            Map.of(
                    "id",
                    "pumps",
                    "kind",
                    "number",
                    "text",
                    "在用我们几台泵",
                    "unit",
                    "台",
                    "min",
                    0,
                    "max",
                    500,
                    "required",
                    true),
            Map.of(
                    "id",
                    "state",
                    "kind",
                    "choice",
                    "text",
                    "设备状态",
                    "options",
                    List.of(
                            Map.of("id", "fine", "label", "正常"),
                            Map.of("id", "minor", "label", "小毛病"),
                            Map.of("id", "down", "label", "停机"))),
            Map.of(
                    "id",
                    "wants",
                    "kind",
                    "choices",
                    "text",
                    "想要什么",
                    "options",
                    List.of(Map.of("id", "price", "label", "价格"), Map.of("id", "speed", "label", "交期"))),
            Map.of("id", "shelf", "kind", "stock", "text", "货架上有多少"),
            Map.of("id", "photo", "kind", "photo", "text", "现场照片"),
            Map.of("id", "said", "kind", "text", "text", "他的原话"));

    private String template() {
        return id(did(admin.post(
                "/api/v1/visit-templates", Map.of("name", "季度拜访", "manner", "invited", "questions", QUESTIONS))));
    }

    private JsonNode answered(String template, int pumps, String state) {
        var begun = begun(rep, Map.of("manner", "invited"));
        var answers = answers(
                template,
                1,
                Map.of("question", "pumps", "number", pumps),
                Map.of("question", "state", "choices", List.of(state)),
                Map.of("question", "wants", "choices", List.of("price", "speed")),
                Map.of("question", "shelf", "lines", List.of(Map.of("product", "密封件", "number", pumps * 2))),
                said("said", "=SUM(" + pumps + ")"));
        did(rep.http().put(at(begun, "/answers"), answers));
        return begun;
    }

    @Test
    void theStandardTemplateAsksTheThreeQuestionsAndTheyMustBeAnswered() {
        var begun = begun(rep, Map.of());
        var form = get(rep.http(), at(begun, "/answers"));
        assertThat(form.at("/template/id").asString()).isEqualTo(STANDARD);
        assertThat(form.at("/template/questions").findValuesAsString("text"))
                .containsExactly("现场照片", "我们还能多做什么？", "做到超出期望，您得到什么？", "哪里要改进？");
        var refused = rep.http().post(at(begun, "/check-out"), Map.of());
        assertThat(refused.json().path("errors").findValuesAsString("code"))
                .containsExactly("answerMissing", "answerMissing", "answerMissing");
        answered(rep, begun);
        did(rep.http().post(at(begun, "/check-out"), Map.of()));
    }

    @Test
    void aTemplateOfTheMannerIsAskedAndWhatWasCountedLastIsTold() {
        String template = template();
        var first = answered(template, 12, "fine");
        did(rep.http().post(at(first, "/check-out"), Map.of("result", "好")));
        var next = visit(rep, Map.of("manner", "invited"));
        var form = get(rep.http(), at(next, "/answers"));
        assertThat(form.at("/template/name").asString()).isEqualTo("季度拜访");
        assertThat(form.at("/last/pumps").asInt()).isEqualTo(12);
        var kept = get(rep.http(), at(first, "/answers")).path("answers");
        assertThat(kept.at("/0/number").asInt()).isEqualTo(12);
        assertThat(kept.at("/3/lines/0/product").asString()).isEqualTo("密封件");
    }

    @Test
    void answersKeepTheVersionThatTheyWereGivenTo() {
        String template = template();
        var old = answered(template, 3, "minor");
        var changed = Map.of("name", "季度拜访", "manner", "invited", "questions", QUESTIONS.subList(0, 1));
        did(admin.with("If-Match", "\"1\"").put("/api/v1/visit-templates/" + template, changed));
        assertThat(get(rep.http(), at(old, "/answers"))
                        .at("/template/questions")
                        .size())
                .isEqualTo(6);
        var fresh = visit(rep, Map.of("manner", "invited"));
        assertThat(get(rep.http(), at(fresh, "/answers"))
                        .at("/template/questions")
                        .size())
                .isEqualTo(1);
        assertThat(fault(rep.http().put(at(fresh, "/answers"), answers(template, 2, said("said", "没有这个问题了")))))
                .isEqualTo("answers[0].question unknownQuestion");
        assertThat(refusal(admin.with("If-Match", "\"1\"").put("/api/v1/visit-templates/" + template, changed)))
                .isEqualTo("409 stale");
    }

    @Test
    void theTemplateOfTheProgramCanBeChangedAndStays() {
        var own = Map.of("name", "我们的三问", "questions", List.of(Map.of("kind", "text", "text", "还能多做什么")));
        var changed = did(admin.with("If-Match", "\"1\"").put("/api/v1/visit-templates/" + STANDARD, own));
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        var all = get(rep.http(), "/api/v1/visit-templates").path("items");
        assertThat(all.findValuesAsString("name")).containsExactly("我们的三问");
        var off = new java.util.HashMap<String, Object>(own);
        off.put("disabled", true);
        assertThat(fault(admin.with("If-Match", "\"2\"").put("/api/v1/visit-templates/" + STANDARD, off)))
                .isEqualTo("disabled standardTemplateStays");
        assertThat(refusal(rep.http().post("/api/v1/visit-templates", own))).isEqualTo("403 forbidden");
    }

    @Test
    void whatTheQuestionDoesNotTakeIsRefusedWithItsPlace() {
        String template = template();
        var visit = begun(rep, Map.of());
        assertThat(refused(visit, template, Map.of("question", "pumps", "number", 501)))
                .isEqualTo("answers[0].number outOfRange");
        assertThat(refused(visit, template, Map.of("question", "state", "choices", List.of("fine", "down"))))
                .isEqualTo("answers[0].choices oneChoiceOnly");
        assertThat(refused(visit, template, Map.of("question", "state", "choices", List.of("gone"))))
                .isEqualTo("answers[0].choices unknownChoice");
        var foreign = firm.record("customer", Map.of("name", "无关"));
        assertThat(refused(visit, template, Map.of("question", "photo", "files", List.of(foreign))))
                .isEqualTo("answers unknownFile");
        assertThat(fault(rep.http().put(at(visit, "/answers"), answers(template, 9))))
                .isEqualTo("template unknownTemplate");
    }

    private String refused(JsonNode visit, String template, Map<?, ?> answer) {
        return fault(rep.http().put(at(visit, "/answers"), answers(template, 1, answer)));
    }

    @Test
    void aPhotographThatIsSentAgainIsKeptOnceAndIsAnAnswer() {
        String template = template();
        var visit = begun(rep, Map.of());
        var by = rep.http().with("Idempotency-Key", "photo-1");
        String file = id(did(by.upload(at(visit, "/files"), "现场.txt", "像素")));
        assertThat(id(did(by.upload(at(visit, "/files"), "现场.txt", "像素")))).isEqualTo(file);
        assertThat(get(rep.http(), at(visit, "/files")).path("items").size()).isEqualTo(1);
        did(rep.http()
                .put(at(visit, "/answers"), answers(template, 1, Map.of("question", "photo", "files", List.of(file)))));
        assertThat(get(rep.http(), at(visit, "/answers"))
                        .at("/answers/0/files/0")
                        .asString())
                .isEqualTo(file);
    }

    @Test
    void answersAreCountedForWhoSeesTheVisitsAndForNobodyElse() {
        String template = template();
        answered(template, 10, "fine");
        answered(template, 20, "fine");
        answered(template, 60, "down");
        var counts = get(rep.http(), "/api/v1/visit-templates/" + template + "/counts");
        assertThat(counts.path("visits").asInt()).isEqualTo(3);
        var number = counts.at("/questions/0/numbers/0");
        assertThat(number.path("min").asInt()).isEqualTo(10);
        assertThat(number.path("median").asInt()).isEqualTo(20);
        assertThat(number.path("max").asInt()).isEqualTo(60);
        var state = counts.at("/questions/1/choices");
        assertThat(state.findValuesAsString("label")).containsExactly("正常", "小毛病", "停机");
        assertThat(state.valueStream().map(one -> one.path("count").asInt())).containsExactly(2, 0, 1);
        assertThat(counts.at("/questions/3/numbers/0/product").asString()).isEqualTo("密封件");
        assertThat(counts.at("/questions/5/said").findValuesAsString("text"))
                .containsExactlyInAnyOrder("=SUM(10)", "=SUM(20)", "=SUM(60)");
        SignedIn stranger = firm.person("rep");
        var none = get(stranger.http(), "/api/v1/visit-templates/" + template + "/counts");
        assertThat(none.path("visits").asInt()).isZero();
        assertThat(none.toString()).doesNotContain("SUM");
        var filtered = get(admin, "/api/v1/visit-templates/" + template + "/counts?filter=owner==" + stranger.id());
        assertThat(filtered.path("visits").asInt()).isZero();
    }

    @Test
    void answersGoOutAsASheetWithTheRightToExportAndWithoutFormulas() {
        String template = template();
        answered(template, 10, "minor");
        String path = "/api/v1/visit-templates/" + template + "/sheet";
        assertThat(refusal(rep.http().get(path))).isEqualTo("403 forbidden");
        String sheet = admin.get(path).text();
        assertThat(sheet.lines().findFirst().orElseThrow()).contains("计划日期,签到,客户,谁去,问题,商品,回答");
        assertThat(sheet).contains("设备状态,,小毛病").contains("想要什么,,价格；交期").contains("货架上有多少,密封件,20");
        assertThat(sheet).contains("'=SUM(10)").doesNotContain(",=SUM");
        assertThat(get(admin, "/api/v1/audit").toString()).contains("answersExported");
    }
}
