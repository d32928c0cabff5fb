package io.chaoxi.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.StoredActors;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What its owner shared is shared no more once he gave it back, so that nobody looks into a pool that is closed to him. */
class SharesEndTest extends PooledFirm {
    private static final String CONTACTS = "/api/v1/contacts";

    private void share(SignedIn by, String record, SignedIn with) {
        var shared = by.http().put(record + "/shares/person/" + with.id(), Map.of("level", "write"));
        assertThat(shared.status()).as(shared.text()).isEqualTo(204);
    }

    private SignedIn anew(SignedIn person) {
        application.getBean(StoredActors.class).forgetAll();
        return firm.signIn(person.id(), person.login());
    }

    @Test
    void whoeverItWasSharedWithLosesItWithTheOwnerAndTheNextOneSharesAnew() {
        UUID id = owned("共享泵业", "310000", member);
        UUID contact = firm.record("contact", new HashMap<>(Map.of("name", "熊建国", "customer", id)));
        String customer = CUSTOMERS + "/" + id;
        share(member, customer, other);
        share(member, CONTACTS + "/" + contact, other);
        SignedIn reader = anew(other);
        assertThat(reader.http().get(customer).status()).isEqualTo(200);
        assertThat(release(member, id).status()).isEqualTo(200);
        assertUnreached(anew(other), id, contact);
        assertThat(claim(member, id).status()).isEqualTo(200);
        assertUnreached(anew(other), id, contact);
    }

    private static void assertUnreached(SignedIn person, UUID id, UUID contact) {
        for (String address :
                List.of(CUSTOMERS + "/" + id, CONTACTS + "/" + contact, CUSTOMERS + "/" + id + "/history")) {
            assertThat(person.http().get(address).status()).as(address).isEqualTo(404);
        }
        for (String list : List.of(CUSTOMERS, CUSTOMERS + "?q=共享泵业", "/api/v1/search?q=共享泵业", CONTACTS)) {
            assertThat(person.http().get(list).text()).as(list).doesNotContain(id.toString());
        }
        assertThat(person.http()
                        .patch(CUSTOMERS + "/" + id, 2, Map.of("region", "320500"))
                        .status())
                .isEqualTo(404);
        var call = Map.of("kind", "call", "customer", id.toString(), "content", "打了一个");
        assertThat(person.http().post("/api/v1/activities", call).status()).isEqualTo(422);
    }

    @Test
    void sharesThatAMergeBroughtIntoAPoolAreNotThereForWhoeverClaims() {
        UUID shared = owned("共享泵业", "310000", member);
        share(member, CUSTOMERS + "/" + shared, other);
        UUID waiting = ownerless("没人管的泵业", "310000");
        var others = List.of(
                Map.of("id", shared, "version", seen(shared).path("version").asLong()));
        var survivor =
                Map.of("id", waiting, "version", seen(waiting).path("version").asLong());
        var merged = admin.post(CUSTOMERS + "/merges", Map.of("survivor", survivor, "others", others));
        assertThat(merged.status()).as(merged.text()).isEqualTo(201);
        assertThat(claim(member, waiting).status()).isEqualTo(200);
        assertThat(anew(other).http().get(CUSTOMERS + "/" + waiting).status()).isEqualTo(404);
    }

    @Test
    void aContactThatCameToNobodysCustomerIsSharedNoMoreWhenSomebodyTakesIt() {
        UUID id = owned("共享泵业", "310000", member);
        UUID contact = firm.record("contact", new HashMap<>(Map.of("name", "熊建国", "customer", id)));
        share(member, CONTACTS + "/" + contact, other);
        UUID waiting = ownerless("没人管的泵业", "310000");
        assertThat(admin.patch(CONTACTS + "/" + contact, 1, Map.of("customer", waiting))
                        .status())
                .isEqualTo(200);
        assertThat(claim(member, waiting).status()).isEqualTo(200);
        assertThat(member.http().get(CONTACTS + "/" + contact).status()).isEqualTo(200);
        assertThat(anew(other).http().get(CONTACTS + "/" + contact).status()).isEqualTo(404);
    }

    @Test
    void whatIsNobodysIsSharedWithNobody() {
        UUID id = ownerless("无主泵业", "310000");
        var shared = admin.put(CUSTOMERS + "/" + id + "/shares/person/" + other.id(), Map.of("level", "read"));
        assertThat(shared.code()).isEqualTo("shareNeedsOwner");
        assertThat(seen(id).path("can").toString()).doesNotContain("share");
    }
}
