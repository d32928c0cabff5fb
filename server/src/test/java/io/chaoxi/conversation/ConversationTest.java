package io.chaoxi.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class ConversationTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn rep;
    SignedIn other;
    String customer;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        other = firm.person("rep");
        customer = "/api/v1/customers/" + firm.record("customer", Map.of("name", "潮汐科技", "owner", rep.id()));
    }

    private static Http.Answer comment(SignedIn person, String record, String text) {
        return person.http().post(record + "/comments", Map.of("text", text));
    }

    @Test
    void whoReachesTheRecordReadsAndWritesComments() {
        var first = comment(rep, customer, "第一次拜访\n很顺利");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("by").path("label").asString()).startsWith("同事");
        assertThat(comment(firm.administrator(), customer, "好").status()).isEqualTo(201);
        var found = rep.http().get(customer + "/comments").json().path("items");
        assertThat(found.size()).isEqualTo(2);
        assertThat(found.get(1).path("text").asString()).isEqualTo("第一次拜访\n很顺利");
        assertThat(found.get(1).path("by").path("id").asString())
                .isEqualTo(rep.id().toString());
    }

    @Test
    void whoDoesNotReachTheRecordIsToldThatThereIsNone() {
        String id = comment(rep, customer, "秘密").json().path("id").asString();
        String nowhere = "/api/v1/customers/" + UUID.randomUUID();
        SignedIn stranger = Firm.found(application).administrator();
        for (SignedIn person : List.of(other, stranger)) {
            for (String part : List.of("/comments", "/timeline", "/files")) {
                var answer = person.http().get(customer + part);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.json().path("detail"))
                        .isEqualTo(person.http().get(nowhere + part).json().path("detail"));
            }
            assertThat(comment(person, customer, "x").status()).isEqualTo(404);
            assertThat(person.http().delete(customer + "/comments/" + id).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void oneDeletesHisOwnCommentAndThoseOnRecordsThatHeMayDelete() {
        String own = comment(rep, customer, "a").json().path("id").asString();
        String admins =
                comment(firm.administrator(), customer, "b").json().path("id").asString();
        String elsewhere = "/api/v1/customers/" + firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        assertThat(rep.http().delete(elsewhere + "/comments/" + own).status()).isEqualTo(404);
        assertThat(rep.http().delete(customer + "/comments/" + own).status()).isEqualTo(204);
        assertThat(rep.http().delete(customer + "/comments/" + own).status()).isEqualTo(404);
        assertThat(rep.http().delete(customer + "/comments/" + admins).status()).isEqualTo(204);
        assertThat(rep.http().get(customer + "/comments").json().path("items").size())
                .isZero();
    }

    @Test
    void whoIsMentionedStandsThereUnderHisOwnName() {
        String id = firm.administrator().id().toString();
        assertThat(comment(rep, customer, "请 @[别的人](person:" + id + ") 看 $1").status())
                .isEqualTo(201);
        String own = "请 @[王管理](person:" + id + ") 看 $1";
        for (String part : List.of("/comments", "/timeline?types=comment")) {
            var shown = rep.http().get(customer + part).json().path("items").get(0);
            assertThat(shown.path("text").asString()).isEqualTo(own);
        }
    }

    @Test
    void whoIsNoColleagueCannotBeMentionedUnderAnyName() {
        UUID stranger = Firm.found(application).administrator().id();
        for (UUID nobody : List.of(stranger, UUID.randomUUID())) {
            var answer = comment(rep, customer, "@[张总](person:" + nobody + ") 同意了");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("unknownMention");
        }
        assertThat(rep.http().get(customer + "/comments").json().path("items").isEmpty())
                .isTrue();
    }

    @Test
    void theWriterLearnsWhoOfTheMentionedIsNotTold() {
        String text = "@[甲](person:%s) @[乙](person:%s) @[丙](person:%s)"
                .formatted(other.id(), firm.administrator().id(), rep.id());
        var answer = comment(rep, customer, text);
        var unreached = answer.json().path("unreached");
        assertThat(unreached.size()).isEqualTo(1);
        assertThat(unreached.at("/0/id").asString()).isEqualTo(other.id().toString());
        assertThat(unreached.at("/0/label").asString()).startsWith("同事");
        assertThat(comment(rep, customer, "没有谁").json().path("unreached").isEmpty())
                .isTrue();
    }

    private Http.Answer pin(SignedIn person, String comment) {
        return person.http().put(customer + "/comments/" + comment + "/pin", null);
    }

    private List<String> pinned(String query) {
        return rep.http()
                .get(customer + "/timeline" + query)
                .json()
                .path("pinned")
                .valueStream()
                .map(entry -> entry.path("text").asString())
                .toList();
    }

    private String commented(String text) {
        return comment(rep, customer, text).json().path("id").asString();
    }

    @Test
    void threeCommentsArePinnedAboveTheTimeline() {
        var ids = List.of("一", "二", "三", "四").stream().map(this::commented).toList();
        for (int i = 0; i < 3; i++)
            assertThat(pin(firm.administrator(), ids.get(i)).status()).isEqualTo(204);
        assertThat(pin(rep, ids.get(0)).status()).isEqualTo(204);
        var fourth = pin(rep, ids.get(3));
        assertThat(fourth.status()).isEqualTo(422);
        assertThat(fourth.code()).isEqualTo("tooManyPinned");
        assertThat(pinned("")).containsExactly("三", "二", "一");
        assertThat(pinned("?types=change")).isEmpty();
        assertThat(pinned("?after=" + ids.get(3))).isEmpty();
        var items = rep.http().get(customer + "/comments").json().path("items");
        assertThat(items.get(0).path("pinned").isNull()).isTrue();
        assertThat(items.get(1).path("pinned").path("by").path("label").asString())
                .isEqualTo("王管理");
    }

    @Test
    void aPlaceIsFreeAgainAfterUnpinningOrDeleting() {
        var ids = List.of("一", "二", "三", "四").stream().map(this::commented).toList();
        ids.subList(0, 3).forEach(id -> pin(rep, id));
        assertThat(rep.http()
                        .delete(customer + "/comments/" + ids.get(1) + "/pin")
                        .status())
                .isEqualTo(204);
        assertThat(pin(rep, ids.get(3)).status()).isEqualTo(204);
        rep.http().delete(customer + "/comments/" + ids.get(0));
        assertThat(pinned("")).containsExactly("四", "三");
        assertThat(pin(rep, ids.get(0)).status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotReachTheRecordPinsNothing() {
        String id = commented("秘密");
        assertThat(pin(other, id).status()).isEqualTo(404);
        assertThat(pin(Firm.found(application).administrator(), id).status()).isEqualTo(404);
        String elsewhere = "/api/v1/customers/" + firm.record("customer", Map.of("name", "别家", "owner", rep.id()));
        assertThat(rep.http().put(elsewhere + "/comments/" + id + "/pin", null).status())
                .isEqualTo(404);
        assertThat(pinned("")).isEmpty();
    }

    @Test
    void manyWhoPinAtOnceFindThreePlaces() throws Exception {
        var ids = List.of("一", "二", "三", "四", "五", "六").stream()
                .map(this::commented)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(ids.stream()
                    .map(id -> (Callable<Http.Answer>) () -> pin(rep, id))
                    .toList());
        }
        assertThat(pinned("")).hasSize(3);
    }

    @Test
    void aTextIsOneToFiveThousandCharacters() {
        assertThat(comment(rep, customer, " \n ").status()).isEqualTo(422);
        assertThat(comment(rep, customer, "字".repeat(5_000)).status()).isEqualTo(201);
        assertThat(comment(rep, customer, "字".repeat(5_001)).status()).isEqualTo(422);
        assertThat(comment(rep, customer, "a\u0007b").status()).isEqualTo(422);
        assertThat(rep.http().post(customer + "/comments", "{\"text\":1}").status())
                .isEqualTo(422);
        assertThat(rep.http().post(customer + "/comments", "[]").status()).isEqualTo(400);
        assertThat(rep.http()
                        .post(customer + "/comments", Map.of("text", "a", "by", "x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void sentTwiceWithOneKeyItStandsThereOnce() throws Exception {
        Http http = rep.http().with("Idempotency-Key", UUID.randomUUID().toString());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Http.Answer> send = () -> http.post(customer + "/comments", Map.of("text", "一次"));
            for (var answer : threads.invokeAll(List.of(send, send, send, send))) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }
        assertThat(rep.http().get(customer + "/comments").json().path("items").size())
                .isEqualTo(1);
    }

    @Test
    void theTimelineShowsChangesCommentsAndFilesNewestFirst() {
        comment(rep, customer, "留言");
        upload(rep, "合同.txt", "内容");
        assertThat(rep.http().patch(customer, 1, Map.of("shortName", "潮汐")).status())
                .isEqualTo(200);
        var items = rep.http().get(customer + "/timeline").json().path("items");
        assertThat(items.valueStream().map(item -> item.path("type").asString()))
                .containsExactly("change", "file", "comment", "change");
        assertThat(items.get(0).path("changes").get(0).path("field").asString()).isEqualTo("shortName");
        assertThat(items.get(1).path("name").asString()).isEqualTo("合同.txt");
        var only =
                rep.http().get(customer + "/timeline?types=comment,file").json().path("items");
        assertThat(only.size()).isEqualTo(2);
        assertThat(rep.http().get(customer + "/timeline?types=secret").status()).isEqualTo(400);
        assertThat(rep.http().get(customer + "/timeline?after=x").status()).isEqualTo(400);
    }

    @Test
    void theTimelineIsReadPageByPageInFewStatements() {
        for (int i = 0; i < 45; i++) comment(rep, customer, "n" + i);
        for (int i = 1; i <= 20; i++) rep.http().patch(customer, i, Map.of("shortName", "s" + i));
        var texts = new java.util.ArrayList<String>();
        String after = "";
        int pages = 0;
        do {
            var page = rep.http().get(customer + "/timeline?after=" + after);
            assertThat(statements(page)).isLessThanOrEqualTo(15);
            page.json().path("items").forEach(item -> texts.add(item.path("id").asString()));
            after = page.json().path("next").asString("");
            pages++;
        } while (!after.isEmpty());
        assertThat(pages).isEqualTo(3);
        assertThat(texts).hasSize(66).doesNotHaveDuplicates();
        assertThat(texts)
                .isSortedAccordingTo(java.util.Comparator.<String>naturalOrder().reversed());
    }

    private static int statements(Http.Answer answer) {
        return Integer.parseInt(
                answer.headers().firstValue("Server-Timing").orElseThrow().replace("sql;desc=", ""));
    }

    @Test
    void aMaskedFieldIsMaskedInTheTimelineToo() {
        rep.http().patch(customer, 1, Map.of("phone", "13812345678"));
        assertThat(rep.http().get(customer + "/timeline").text()).doesNotContain("13812345678");
        assertThat(firm.administrator().http().get(customer + "/timeline").text())
                .contains("13812345678");
    }

    private Http.Answer upload(SignedIn person, String name, String content) {
        return person.http().upload(customer + "/files", name, content);
    }

    @Test
    void attachmentsAreReadByWhoeverReachesTheRecord() {
        var kept = upload(rep, "../../报价\u202Etxt.exe.txt", "三万元");
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.json().path("name").asString()).doesNotContain("/").doesNotContain("\u202E");
        String file = "/api/v1/files/" + kept.json().path("id").asString();
        var download = firm.administrator().http().get(file);
        assertThat(download.text()).isEqualTo("三万元");
        assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(download.headers().firstValue("X-Content-Type-Options").orElse(""))
                .isEqualTo("nosniff");
        assertThat(other.http().get(file).status()).isEqualTo(404);
        assertThat(other.http().delete(file).status()).isEqualTo(404);
        assertThat(upload(other, "a.txt", "a").status()).isEqualTo(404);
        assertThat(rep.http().delete(file).status()).isEqualTo(204);
        assertThat(rep.http().get(customer + "/files").json().path("items").size())
                .isZero();
        assertThat(rep.http().get(file).status()).isEqualTo(404);
    }
}
