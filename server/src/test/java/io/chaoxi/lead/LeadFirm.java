package io.chaoxi.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A firm with a rep, and what is done with its leads. */
@ApplicationTest
abstract class LeadFirm {
    static final String LEADS = "/api/v1/leads";
    static final String CUSTOMERS = "/api/v1/customers";
    static final Map<String, Object> BOTH_NEW = Map.of("customer", "new", "contact", "new");

    @Autowired
    ApplicationContext application;

    Firm firm;
    Http admin;
    SignedIn rep;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        rep = firm.person("rep");
    }

    String lead(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("name", "转化的公司", "owner", rep.id()));
        values.putAll(more);
        return firm.record("lead", values).toString();
    }

    static Http.Answer verb(Http http, String lead, String verb, long version, Object body) {
        return http.with("If-Match", "\"" + version + "\"").post(LEADS + "/" + lead + "/" + verb, body);
    }

    static JsonNode done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode read(String object, JsonNode ref) {
        return done(admin.get("/api/v1/" + object + "/" + ref.path("id").asString()));
    }

    /** The field that is refused and why. */
    static String fault(Http.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.json().at("/errors/0");
        return error.path("field").asString() + " " + error.path("code").asString();
    }

    long count(String path) {
        return admin.get(path + "/count").json().path("value").asLong();
    }

    /** Who reads, changes and converts leads, and makes customers and contacts. */
    String role(String name, List<String> more, Map<String, String> scopes, Map<String, Object> fields) {
        var permissions = new ArrayList<>(List.of("lead.read", "lead.update", "customer.read", "customer.create"));
        permissions.addAll(List.of("contact.read", "contact.create"));
        permissions.addAll(more);
        var role = Map.of("name", name, "permissions", permissions, "scopes", scopes, "fields", fields);
        return admin.post("/api/v1/roles", role).json().path("name").asString();
    }
}
