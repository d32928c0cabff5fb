package io.chaoxi.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.SignedIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class SearchTest {
    @Autowired
    ApplicationContext application;

    Firm firm;
    SignedIn rep;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        rep = firm.person("rep");
        var customer = firm.record(
                "customer", Map.of("name", "观澜湖科技", "phone", "+8613812345678", "region", "440305", "owner", rep.id()));
        firm.record("contact", Map.of("name", "观小姐", "customer", customer));
        firm.record("customer", Map.of("name", "观澜别家"));
    }

    private List<String> labels(SignedIn person, String q) {
        return person.http()
                .get("/api/v1/search?q=" + q)
                .json()
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("items").valueStream())
                .map(item -> item.path("label").asString())
                .toList();
    }

    @Test
    void findsByTwoCharactersInitialsAndPhoneTail() {
        assertThat(labels(rep, "观澜")).containsExactly("观澜湖科技");
        assertThat(labels(rep, "glh")).contains("观澜湖科技");
        assertThat(labels(rep, "5678")).contains("观澜湖科技");
        assertThat(labels(firm.administrator(), "观澜")).containsExactlyInAnyOrder("观澜湖科技", "观澜别家");
    }

    @Test
    void findsByTheNumberThatTheFirmGave() {
        var found = rep.http().get("/api/v1/customers?fields=code,name").json().path("items");
        String number = found.get(0).path("code").asString();
        assertThat(number).startsWith("KH-");
        assertThat(labels(rep, number)).containsExactly("观澜湖科技");
        assertThat(labels(rep, number.toLowerCase(java.util.Locale.ROOT))).containsExactly("观澜湖科技");
        assertThat(labels(firm.person("rep"), number)).isEmpty();
    }

    @Test
    void groupsByObjectWithAHint() {
        var groups =
                firm.administrator().http().get("/api/v1/search?q=观").json().path("groups");
        assertThat(groups.valueStream().map(group -> group.path("object").asString()))
                .containsSubsequence("customer", "contact");
        assertThat(groups.get(1).path("items").get(0).path("hint").asString()).isEqualTo("观澜湖科技");
    }

    @Test
    void whatIsCalledSoGoesFirstAndThenWhatBeginsWithTheWords() {
        firm.record("customer", Map.of("name", "中国平安保险集团", "shortName", "平安"));
        firm.record("customer", Map.of("name", "平安银行", "owner", rep.id()));
        firm.record("customer", Map.of("name", "深圳壹账通", "shortName", "平安壹账通"));
        firm.record("customer", Map.of("name", "湖北平安电工"));
        assertThat(labels(firm.administrator(), "平安"))
                .hasSize(4)
                .startsWith("中国平安保险集团")
                .endsWith("湖北平安电工");
        assertThat(labels(rep, "平安")).as("in reach only").containsExactly("平安银行");
        SignedIn masked = whoReads("hidden", "shortName");
        assertThat(labels(masked, "平安").getFirst())
                .as("no order tells of a name that one may not read")
                .isEqualTo("平安银行");
    }

    @Test
    void aTitleThatBeginsWithTheWordsIsNotMissedAmongThousands() {
        firm.record("customer", Map.of("name", "平安银行"));
        for (int i = 0; i < 2_100; i++) firm.record("customer", Map.of("name", i + "号平安公司"));
        assertThat(labels(firm.administrator(), "平安").getFirst()).isEqualTo("平安银行");
    }

    @Test
    void aColleagueIsFoundByTheBeginningOfHisLogin() {
        String login = rep.login();
        String name = rep.actor().name();
        assertThat(labels(firm.administrator(), login)).containsExactly(name);
        assertThat(labels(firm.administrator(), login.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(name);
        var picker = firm.administrator().http();
        assertThat(picker.get("/api/v1/people?q=" + login).text())
                .contains(rep.id().toString());
        assertThat(labels(rep, login)).as("whose login is hidden from him").isEmpty();
        assertThat(labels(Firm.found(application).administrator(), login)).isEmpty();
    }

    @Test
    void tellsNothingOfWhatOneDoesNotReach() {
        assertThat(labels(firm.person("rep"), "观澜")).isEmpty();
        assertThat(labels(Firm.found(application).administrator(), "观澜")).isEmpty();
    }

    private SignedIn whoReads(String right, String... fields) {
        var rights = new HashMap<String, String>();
        for (String field : fields) rights.put(field, right);
        var role = Map.of(
                "name", "搜" + right + fields.length,
                "permissions", List.of("customer.read", "customer.create"),
                "scopes", Map.of("customer", "all"),
                "fields", Map.of("customer", rights));
        var made = firm.administrator().http().post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return firm.person("搜" + right + fields.length);
    }

    @Test
    void nothingIsFoundByWhatOneMayNotRead() {
        firm.record("customer", Map.of("name", "临川文具", "shortName", "暗号甲乙", "englishName", "Zyxwv Papers"));
        for (String right : List.of("hidden", "masked")) {
            SignedIn person = whoReads(right, "shortName", "englishName");
            for (String q : List.of("暗号甲乙", "zyxwv", "Papers", "ahjy")) {
                assertThat(labels(firm.administrator(), q)).as(q).isNotEmpty();
                assertThat(labels(person, q)).as(right + " " + q).isEmpty();
                assertThat(person.http()
                                .get("/api/v1/customers/count?q=" + q)
                                .json()
                                .path("value")
                                .asInt())
                        .as(right + " " + q)
                        .isZero();
            }
            assertThat(labels(person, "临川")).containsExactly("临川文具");
            assertThat(labels(person, "川文具")).containsExactly("临川文具");
        }
    }

    @Test
    void aHiddenPhoneIsNotFoundByItsTailAndAMaskedOneTellsNotWhoHasIt() {
        assertThat(labels(whoReads("hidden", "phone"), "5678")).isEmpty();
        SignedIn masked = whoReads("masked", "phone");
        assertThat(labels(masked, "5678")).contains("观澜湖科技");
        assertThat(labels(masked, "13812345678")).isEmpty();
        assertThat(masked.http()
                        .get("/api/v1/duplicates/customer?phone=13812345678")
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(masked.http().get("/api/v1/duplicates/customer?name=观澜湖科技").text())
                .contains("观澜湖科技");
        assertThat(firm.person("finance")
                        .http()
                        .get("/api/v1/duplicates/customer?name=a")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void asksForSomethingSensible() {
        assertThat(rep.http().get("/api/v1/search").json().path("groups").size())
                .isZero();
        assertThat(rep.http().get("/api/v1/search?q=a&limit=0").status()).isEqualTo(400);
        assertThat(rep.http().get("/api/v1/search?q=" + "a".repeat(101)).status())
                .isEqualTo(400);
    }
}
