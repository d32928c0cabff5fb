package io.chaoxi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Choices;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class TagsTest {
    @Autowired
    ApplicationContext application;

    @Autowired
    Choices choices;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private String tag(String name) {
        var added = admin.post("/api/v1/tags", Map.of("name", name, "group", "行业", "color", "tide"));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        return added.json().path("id").asString();
    }

    @Test
    void aTagIsPutOnRecordsAndFound() {
        String tag = tag("<script>alert(1)</script>");
        var customer = admin.post("/api/v1/customers", Map.of("name", "有标签", "tags", List.of(tag)));
        assertThat(customer.json().path("tags").path(0).path("label").asString())
                .isEqualTo("<script>alert(1)</script>");
        admin.post("/api/v1/customers", Map.of("name", "没标签"));
        assertThat(admin.get("/api/v1/customers?filter=tags==" + tag).json().path("items"))
                .hasSize(1);
        var counted = admin.get("/api/v1/tags?counts=true").json().path("items");
        assertThat(counted.path(0).path("count").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/tags").json().path("items").path(0).has("count"))
                .isFalse();
    }

    @Test
    void aNameStandsOnceWhateverItsCase() {
        tag("VIP");
        String other = tag("其他");
        assertThat(admin.post("/api/v1/tags", Map.of("name", "vip")).code()).isEqualTo("nameTaken");
        assertThat(admin.patch("/api/v1/tags/" + other, 1, Map.of("name", "Vip"))
                        .code())
                .isEqualTo("nameTaken");
        var renamed = admin.patch("/api/v1/tags/" + other, 1, Map.of("name", "另一个", "color", "bad"));
        assertThat(renamed.json().path("color").asString()).isEqualTo("bad");
        assertThat(renamed.json().path("group").asString()).isEqualTo("行业");
    }

    @Test
    void ofTwoWhoChangeATagTheSecondIsToldThatItChanged() {
        String path = "/api/v1/tags/" + tag("共有");
        assertThat(admin.get("/api/v1/tags?counts=true")
                        .json()
                        .path("items")
                        .path(0)
                        .path("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(admin.patch(path, 1, Map.of("name", "先改的"))
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(2);
        var second = admin.patch(path, 1, Map.of("color", "bad"));
        assertThat(second.code()).isEqualTo("stale");
        assertThat(second.json().path("version").asLong()).isEqualTo(2);
        var standing = admin.get("/api/v1/tags").json().path("items").path(0);
        assertThat(standing.path("color").asString()).isEqualTo("tide");
        assertThat(standing.path("version").asLong()).isEqualTo(2);
        assertThat(admin.patch(path, Map.of("color", "bad")).code()).isEqualTo("versionNeeded");
    }

    @Test
    void aTagInUseIsDeletedOnlyByForceAndThenLeavesTheRecords() {
        String tag = tag("旧标签");
        String kept = tag("留下");
        var customer = admin.post("/api/v1/customers", Map.of("name", "甲", "tags", List.of(tag, kept)))
                .json();
        assertThat(admin.delete("/api/v1/tags/" + tag).code()).isEqualTo("inUse");
        assertThat(admin.delete("/api/v1/tags/" + tag + "?force=true").status()).isEqualTo(204);
        var after =
                admin.get("/api/v1/customers/" + customer.path("id").asString()).json();
        assertThat(after.path("tags")).hasSize(1);
        assertThat(after.path("tags").path(0).path("id").asString()).isEqualTo(kept);
        assertThat(after.path("version").asInt()).isEqualTo(2);
        assertThat(admin.delete("/api/v1/tags/" + tag).status()).isEqualTo(404);
    }

    @Test
    void everybodyReadsAndOnlyWhoMayManageTagsWritesAndCounts() {
        String tag = tag("看得见");
        Http rep = firm.person("rep").http();
        assertThat(rep.get("/api/v1/tags").json().path("items")).hasSize(1);
        assertThat(rep.get("/api/v1/tags?counts=true").status()).isEqualTo(403);
        assertThat(rep.post("/api/v1/tags", Map.of("name", "x")).status()).isEqualTo(403);
        assertThat(rep.patch("/api/v1/tags/" + tag, Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(rep.delete("/api/v1/tags/" + tag + "?force=true").status()).isEqualTo(403);
    }

    @Test
    void anotherFirmsTagsAreOutOfSight() {
        String tag = tag("我们的");
        Http stranger = Firm.found(application).administrator().http();
        assertThat(stranger.get("/api/v1/tags").json().path("items")).isEmpty();
        assertThat(stranger.patch("/api/v1/tags/" + tag, 1, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(stranger.delete("/api/v1/tags/" + tag + "?force=true").status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/v1/customers", Map.of("name", "外人", "tags", List.of(tag)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anImportFindsATagByNameAndMakesOneOnlyWithTheRight() {
        UUID known = UUID.fromString(tag("Gold"));
        var rep = firm.person("rep");
        assertThat(rep.as(() -> choices.tagNamed(" gold "))).isEqualTo(known);
        assertThatThrownBy(() -> rep.as(() -> choices.tagNamed("新标签"))).isInstanceOf(Refusal.class);
        UUID made = firm.administrator().as(() -> choices.tagNamed("新标签"));
        assertThat(firm.administrator().as(() -> choices.tagNamed("新标签"))).isEqualTo(made);
    }
}
