package io.chaoxi.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class FavouritesTest {
    private static final String FAVOURITES = "/api/v1/favourites";

    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn admin;
    SignedIn rep;
    UUID lake;
    UUID river;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator();
        rep = firm.person("rep");
        lake = firm.record("customer", Map.of("name", "观澜湖科技", "owner", rep.id()));
        river = firm.record("customer", Map.of("name", "清江机电", "owner", rep.id()));
    }

    private static Http.Answer keep(SignedIn person, String object, Object id) {
        return person.http().put(FAVOURITES + "/" + object + "/" + id, null);
    }

    private static Http.Answer drop(SignedIn person, Object id) {
        return person.http().delete(FAVOURITES + "/customer/" + id);
    }

    private static List<String> labels(SignedIn person) {
        var answer = person.http().get(FAVOURITES);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("label").asString())
                .toList();
    }

    @Test
    void areOnesOwnNewestFirstAndKeptOnce() {
        var contact = firm.record("contact", Map.of("name", "欧阳", "customer", lake));
        assertThat(keep(rep, "customer", lake).status()).isEqualTo(204);
        keep(rep, "contact", contact);
        keep(rep, "customer", river);
        assertThat(keep(rep, "customer", lake).status()).isEqualTo(204);
        assertThat(labels(rep)).containsExactly("清江机电", "欧阳", "观澜湖科技");
        assertThat(labels(admin)).isEmpty();
        assertThat(drop(rep, river).status()).isEqualTo(204);
        assertThat(drop(rep, river).status()).isEqualTo(404);
        assertThat(labels(rep)).containsExactly("欧阳", "观澜湖科技");
    }

    @Test
    void whatIsOutOfSightIsLeftOutAndComesBack() {
        keep(rep, "customer", lake);
        keep(rep, "customer", river);
        String path = "/api/v1/customers/" + lake;
        admin.http().post(path + "/assign", Map.of("owner", admin.id()));
        rep.http().delete("/api/v1/customers/" + river);
        assertThat(labels(rep)).isEmpty();
        admin.http().post(path + "/assign", Map.of("owner", rep.id()));
        rep.http().post("/api/v1/customers/" + river + "/restore", Map.of());
        assertThat(labels(rep)).containsExactly("清江机电", "观澜湖科技");
    }

    @Test
    void whatOneDoesNotReachCannotBeKept() {
        SignedIn stranger = Firm.found(application).administrator();
        for (SignedIn person : List.of(stranger, firm.person("rep"))) {
            assertThat(keep(person, "customer", lake).status()).isEqualTo(404);
            assertThat(drop(person, lake).status()).isEqualTo(404);
        }
        assertThat(keep(rep, "customer", "nonsense").status()).isEqualTo(404);
        assertThat(keep(rep, "nothing", lake).status()).isEqualTo(404);
    }

    @Test
    void mergedRecordsAreShownAsWhatTheyBecame() {
        keep(rep, "customer", lake);
        keep(rep, "customer", river);
        merge(lake, river);
        assertThat(labels(rep)).containsExactly("观澜湖科技");
        drop(rep, lake);
        assertThat(labels(rep)).isEmpty();
    }

    @Test
    void anUndoneMergeGivesBackWhatWasKept() {
        keep(rep, "customer", river);
        String merge = merge(lake, river);
        assertThat(labels(rep)).containsExactly("观澜湖科技");
        admin.http().post("/api/v1/merges/" + merge + "/undo", Map.of());
        assertThat(labels(rep)).containsExactly("清江机电");
    }

    private String merge(UUID survivor, UUID other) {
        var body = Map.of(
                "survivor", Map.of("id", survivor, "version", 1),
                "others", List.of(Map.of("id", other, "version", 1)),
                "take", Map.of());
        var answer = admin.http().post("/api/v1/customers/merges", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    @Test
    void aHundredAreKeptAndWhatIsOutOfSightMakesRoom() {
        keep(rep, "customer", lake);
        for (int i = 0; i < 99; i++) {
            keep(rep, "customer", firm.record("customer", Map.of("name", "第" + i, "owner", rep.id())));
        }
        var refused = keep(rep, "customer", river);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("tooManyFavourites");
        assertThat(keep(rep, "customer", lake).status()).isEqualTo(204);
        admin.http().post("/api/v1/customers/" + lake + "/assign", Map.of("owner", admin.id()));
        assertThat(keep(rep, "customer", river).status()).isEqualTo(204);
        assertThat(labels(rep)).hasSize(100).contains("清江机电");
    }
}
