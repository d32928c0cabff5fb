package io.chaoxi.view;

import static io.chaoxi.view.SavedViews.VIEWS;
import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@ApplicationTest
class ViewsTest {

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    @Test
    void aViewKeepsEverythingOfAListAndItsNameAsItWasWritten() {
        String name = "<img src=x onerror=alert(1)>";
        JsonNode saved = SavedViews.saved(
                admin,
                name,
                Map.of(
                        "layout", "cards",
                        "filter", "owner==@me;createdAt=ge=@today-30d",
                        "sort", "-createdAt,name",
                        "columns",
                                List.of(
                                        Map.of("field", "name", "width", 200, "frozen", true),
                                        Map.of("field", "phone")),
                        "density", "tight"));
        assertThat(saved.path("name").asString()).isEqualTo(name);
        assertThat(saved.path("owner").path("label").asString()).isEqualTo("王管理");
        assertThat(saved.path("columns").path(0).path("frozen").asBoolean()).isTrue();
        assertThat(saved.path("columns").path(1).path("width").isNull()).isTrue();
        assertThat(saved.path("sharing").asString()).isEqualTo("private");
        assertThat(saved.path("version").asInt()).isEqualTo(1);
        assertThat(saved.path("isDefault").asBoolean()).isFalse();
        assertThat(admin.get(VIEWS).json().path("items").path(0)).isEqualTo(saved);
    }

    @Test
    void whatAListWouldRefuseCannotBeSaved() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("name", "x", "filter", "nothing==1"),
                Map.of("name", "x", "filter", "name=="),
                Map.of("name", "x", "filter", "tenant_id==1"),
                Map.of("name", "x", "filter", "name=like=a;".repeat(70) + "name==b"),
                Map.of("name", "x", "sort", "nothing"),
                Map.of("name", "x", "sort", "id;drop table customer"),
                Map.of("name", "x", "columns", List.of(Map.of("field", "nothing"))))) {
            assertThat(admin.post(VIEWS, body).status()).as(body.toString()).isEqualTo(400);
        }
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("name", " "),
                Map.of("name", "x".repeat(101)),
                Map.of("name", "x", "layout", "gantt"),
                Map.of("name", "x", "sharing", "everyone"),
                Map.of("name", "x", "owner", "018f0000-0000-7000-8000-000000000000"),
                Map.of("name", "x", "columns", List.of(Map.of("field", "name", "width", 1))),
                Map.of("name", "x", "columns", List.of(Map.of("field", "name"), Map.of("field", "name"))),
                Map.of("name", "x", "sharing", "team"))) {
            assertThat(admin.post(VIEWS, body).status()).as(body.toString()).isEqualTo(422);
        }
        assertThat(admin.get("/api/v1/views/nothing").status()).isEqualTo(404);
    }

    @Test
    void aMaskedFieldIsNoFilterForWhoMayNotReadIt() {
        Http rep = firm.person("rep").http();
        assertThat(rep.post(VIEWS, Map.of("name", "x", "filter", "phone==13800138000"))
                        .status())
                .isEqualTo(400);
        assertThat(rep.post(VIEWS, Map.of("name", "x", "sort", "phone")).status())
                .isEqualTo(400);
    }

    @Test
    void aTeamViewReachesTheDepartmentAndAllBelowIt() {
        var head = firm.department("总部", null);
        var south = firm.department("华南", head);
        var shenzhen = firm.department("深圳", south);
        var owner = firm.personIn(south, "rep");
        var below = firm.personIn(shenzhen, "rep");
        var above = firm.personIn(head, "rep");
        JsonNode view = SavedViews.saved(owner.http(), "华南的", Map.of("sharing", "team"));
        SavedViews.saved(owner.http(), "自己的", Map.of());
        assertThat(SavedViews.names(owner.http())).containsExactlyInAnyOrder("华南的", "自己的");
        assertThat(SavedViews.names(below.http())).containsExactly("华南的");
        assertThat(SavedViews.names(above.http())).isEmpty();
        assertThat(SavedViews.names(firm.person("rep").http())).isEmpty();
        assertThat(below.http()
                        .patch(SavedViews.path(view), 1, Map.of("name", "我的"))
                        .status())
                .isEqualTo(403);
        assertThat(below.http().delete(SavedViews.path(view)).status()).isEqualTo(403);
        assertThat(above.http().delete(SavedViews.path(view)).status()).isEqualTo(404);
    }

    @Test
    void publishingNeedsTheRight() {
        Http rep = firm.person("rep").http();
        Http manager = firm.person("manager").http();
        assertThat(rep.post(VIEWS, Map.of("name", "x", "sharing", "public")).status())
                .isEqualTo(403);
        JsonNode own = SavedViews.saved(rep, "先私有", Map.of());
        assertThat(rep.patch(SavedViews.path(own), 1, Map.of("sharing", "public"))
                        .status())
                .isEqualTo(403);
        JsonNode view = SavedViews.saved(manager, "全公司", Map.of("sharing", "public"));
        assertThat(SavedViews.names(rep)).containsExactlyInAnyOrder("先私有", "全公司");
        assertThat(rep.patch(SavedViews.path(view), 1, Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(rep.delete(SavedViews.path(view)).status()).isEqualTo(403);
        assertThat(admin.patch(SavedViews.path(view), 1, Map.of("name", "管理员改")).status())
                .isEqualTo(200);
        assertThat(admin.patch(SavedViews.path(own), 1, Map.of("name", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void whoPublishesTakesAnothersPublicViewBack() {
        Http manager = firm.person("manager").http();
        JsonNode view = SavedViews.saved(manager, "全公司", Map.of("sharing", "public"));
        var back = admin.patch(SavedViews.path(view), 1, Map.of("sharing", "private"));
        assertThat(back.status()).as(back.text()).isEqualTo(200);
        assertThat(back.json().path("sharing").asString()).isEqualTo("private");
        assertThat(back.json().path("version").asInt()).isEqualTo(2);
        assertThat(SavedViews.names(admin)).isEmpty();
        assertThat(SavedViews.names(manager)).containsExactly("全公司");
    }

    @Test
    void aChangeNamesTheVersionItSaw() {
        JsonNode view = SavedViews.saved(admin, "视图", Map.of("filter", "name=like=科技"));
        assertThat(admin.patch(SavedViews.path(view), Map.of("name", "x")).status())
                .isEqualTo(428);
        var changed = admin.patch(SavedViews.path(view), 1, Map.of("name", "改名"));
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(changed.json().path("filter").asString()).isEqualTo("name=like=科技");
        var stale = admin.patch(SavedViews.path(view), 1, Map.of("name", "晚了"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.code()).isEqualTo("stale");
        assertThat(admin.delete(SavedViews.path(view)).status()).isEqualTo(204);
        assertThat(admin.delete(SavedViews.path(view)).status()).isEqualTo(404);
    }

    @Test
    void eachPersonHasOneDefaultOfAnObject() {
        JsonNode one = SavedViews.saved(admin, "一", Map.of("sharing", "public"));
        JsonNode two = SavedViews.saved(admin, "二", Map.of());
        assertThat(admin.post(SavedViews.path(one) + "/default", null).status()).isEqualTo(204);
        assertThat(admin.post(SavedViews.path(two) + "/default", null).status()).isEqualTo(204);
        var views = admin.get(VIEWS).json().path("items");
        assertThat(views.values().stream().filter(view -> view.path("isDefault").asBoolean()))
                .extracting(view -> view.path("name").asString())
                .containsExactly("二");
        Http rep = firm.person("rep").http();
        assertThat(rep.post(SavedViews.path(two) + "/default", null).status()).isEqualTo(404);
        assertThat(rep.get(VIEWS).json().path("items").path(0).path("isDefault").asBoolean())
                .isFalse();
        assertThat(admin.delete(SavedViews.path(two) + "/default").status()).isEqualTo(204);
        assertThat(admin.get(VIEWS).text()).doesNotContain("\"isDefault\":true");
        assertThat(admin.delete(SavedViews.path(one)).status()).isEqualTo(204);
    }

    @Test
    void aRoleOpensTheObjectWithTheViewThatWasGivenToIt() {
        JsonNode view = SavedViews.saved(admin, "销售看的", Map.of("sharing", "public", "group", "importance"));
        JsonNode other = SavedViews.saved(admin, "另一个", Map.of("sharing", "public"));
        assertThat(view.path("group").asString()).isEqualTo("importance");
        var forReps = Map.of("roles", List.of(firm.role("rep").toString()));
        assertThat(admin.put(SavedViews.path(view) + "/roles", forReps).status())
                .isEqualTo(204);
        assertThat(defaults(firm.person("rep").http())).containsExactly("销售看的");
        assertThat(defaults(firm.person("manager").http())).isEmpty();
        assertThat(admin.put(SavedViews.path(other) + "/roles", forReps).status())
                .isEqualTo(204);
        assertThat(defaults(firm.person("rep").http())).containsExactly("另一个");
        assertThat(admin.put(SavedViews.path(other) + "/roles", Map.of("roles", List.of()))
                        .status())
                .isEqualTo(204);
        assertThat(defaults(firm.person("rep").http())).isEmpty();
    }

    private static List<String> defaults(Http http) {
        return http.get(VIEWS).json().path("items").values().stream()
                .filter(view -> view.path("isRoleDefault").asBoolean())
                .map(view -> view.path("name").asString())
                .toList();
    }

    @Test
    void defaultsOfRolesArePublicAndNeedTheRight() {
        var forReps = Map.of("roles", List.of(firm.role("rep").toString()));
        JsonNode own = SavedViews.saved(admin, "私有", Map.of());
        assertThat(admin.put(SavedViews.path(own) + "/roles", forReps).code()).isEqualTo("viewNotPublic");
        JsonNode open = SavedViews.saved(admin, "公开", Map.of("sharing", "public"));
        assertThat(firm.person("rep")
                        .http()
                        .put(SavedViews.path(open) + "/roles", forReps)
                        .status())
                .isEqualTo(403);
        var nobody = Map.of("roles", List.of("018f0000-0000-7000-8000-000000000000"));
        assertThat(admin.put(SavedViews.path(open) + "/roles", nobody).status()).isEqualTo(422);
        assertThat(admin.post(VIEWS, Map.of("name", "x", "group", "phone")).status())
                .isEqualTo(400);
    }

    @Test
    void whatTheReaderHasNoMoreIsLeftOutAndNamed() {
        var field = admin.post("/api/v1/custom-fields/customer", Map.of("key", "route", "type", "text", "label", "线路"))
                .json();
        var columns = List.of(Map.of("field", "name"), Map.of("field", "custom.route"), Map.of("field", "phone"));
        var all = Map.of("sharing", "public", "filter", "custom.route==A", "sort", "custom.route", "columns", columns);
        JsonNode saved = SavedViews.saved(admin, "线路", all);
        assertThat(saved.path("omitted").isEmpty()).isTrue();
        admin.post(
                "/api/v1/roles",
                Map.of(
                        "name", "看不到电话",
                        "permissions", List.of("customer.read"),
                        "fields", Map.of("customer", Map.of("phone", "hidden"))));
        Http blind = firm.person("看不到电话").http();
        JsonNode seen = blind.get(VIEWS).json().path("items").path(0);
        assertThat(texts(seen.path("omitted"))).containsExactly("columns");
        assertThat(seen.path("columns").size()).isEqualTo(2);
        assertThat(seen.path("filter").asString()).isEqualTo("custom.route==A");

        assertThat(admin.delete("/api/v1/custom-fields/customer/"
                                + field.path("id").asString())
                        .status())
                .isEqualTo(204);
        JsonNode left = admin.get(VIEWS).json().path("items").path(0);
        assertThat(texts(left.path("omitted"))).containsExactly("filter", "sort", "columns");
        assertThat(left.path("filter").asString()).isEmpty();
        assertThat(left.path("columns").size()).isEqualTo(2);
        var mended = admin.patch(SavedViews.path(saved), 1, Map.of("name", "没有线路了"));
        assertThat(mended.status()).as(mended.text()).isEqualTo(200);
        assertThat(mended.json().path("omitted").isEmpty()).isTrue();
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }

    @Test
    void anotherFirmsViewsAreOutOfSight() {
        JsonNode view = SavedViews.saved(admin, "我们的", Map.of("sharing", "public"));
        Http stranger = Firm.found(application).administrator().http();
        assertThat(SavedViews.names(stranger)).isEmpty();
        assertThat(stranger.patch(SavedViews.path(view), 1, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(stranger.delete(SavedViews.path(view)).status()).isEqualTo(404);
        assertThat(stranger.post(SavedViews.path(view) + "/default", null).status())
                .isEqualTo(404);
    }
}
