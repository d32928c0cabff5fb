package io.chaoxi.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoxi.platform.job.KilledRuns;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.Actors;
import io.chaoxi.platform.rights.Presence;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import io.chaoxi.testing.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An export lives as long as the session or token that ordered it, and may what that may. */
@ApplicationTest
class ExportTicketTest {
    private static final int BEFORE_THE_SECOND_PAGE = 6;

    @Autowired
    ApplicationContext application;

    private Firm firm;
    private SignedIn person;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        var rows = new StringBuilder("客户名称\n");
        for (int i = 0; i < 5_000; i++) rows.append("凭证公司").append(i).append("\n");
        Exchange.by(application, firm.administrator())
                .imported(Map.of("object", "customer"), "a.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        person = firm.person("administrator");
    }

    @Test
    void endsWithTheTokenThatOrderedIt() {
        Http http = person.http();
        var scopes = List.of("customer.read", "customer.export");
        UUID token = id(http.post("/api/v1/tokens", Map.of("name", "导出", "scopes", scopes)));
        var ticket = new Presence.Ticket(token, firm.tenant(), person.id(), Set.copyOf(scopes));
        assertEnds(ticket, () -> http.delete("/api/v1/tokens/" + token));
    }

    @Test
    void endsWithTheSessionThatOrderedIt() {
        SignedIn elsewhere = firm.signIn(person.id(), "elsewhere");
        UUID session = UUID.fromString(elsewhere
                .http()
                .get("/api/v1/sessions")
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString());
        var ticket = new Presence.Ticket(session, firm.tenant(), person.id(), null);
        assertEnds(ticket, () -> person.http().delete("/api/v1/sessions/" + session));
    }

    @Test
    void endsWhenARoleComesToDemandASecondFactorThatItsOwnerLacks() {
        var rights = Map.of(
                "name",
                "导出员",
                "permissions",
                List.of("customer.read", "customer.export"),
                "scopes",
                Map.of("customer", "all"));
        String role = "/api/v1/roles/" + id(person.http().post("/api/v1/roles", rights));
        SignedIn clerk = firm.person("导出员");
        UUID session = UUID.fromString(
                clerk.http().get("/api/v1/sessions").json().at("/items/0/id").asString());
        var runs = runs(new Presence.Ticket(session, firm.tenant(), clerk.id(), null));
        UUID job = order(runs);
        runs.afterSteps(
                BEFORE_THE_SECOND_PAGE,
                () -> assertThat(person.http()
                                .patch(role, 1, Map.of("secondFactor", true))
                                .status())
                        .isEqualTo(200));
        assertThatThrownBy(() -> runs.run(job, ExportJob.KIND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("secondFactorNeeded"));
    }

    @Test
    void mayNoMoreThanTheTokenThatOrderedIt() {
        var scopes = List.of("customer.read", "customer.import");
        UUID token = id(person.http().post("/api/v1/tokens", Map.of("name", "只读", "scopes", scopes)));
        var ticket = new Presence.Ticket(token, firm.tenant(), person.id(), Set.copyOf(scopes));
        assertThatThrownBy(() -> runs(ticket).run(order(runs(ticket)), ExportJob.KIND))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.arguments()).containsValue("customer.export"));
    }

    private void assertEnds(Presence.Ticket ticket, java.util.function.Supplier<Http.Answer> withdrawal) {
        var runs = runs(ticket);
        UUID job = order(runs);
        runs.afterSteps(
                BEFORE_THE_SECOND_PAGE,
                () -> assertThat(withdrawal.get().status()).isEqualTo(204));
        assertThatThrownBy(() -> runs.run(job, ExportJob.KIND))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("ticketGone"));
        var left = person.http().get("/api/v1/jobs/" + job).json();
        assertThat(left.at("/progress/done").asInt()).isEqualTo(2_000);
        assertThat(left.path("files").isEmpty()).isTrue();
    }

    private KilledRuns runs(Presence.Ticket ticket) {
        var actor = application.getBean(Actors.class).load(ticket).orElseThrow();
        return new KilledRuns(application, actor, 1, 1_000_000);
    }

    private static UUID order(KilledRuns runs) {
        var order = new ExportOrder("customer", "", "", "", List.of("name"), Set.of(), "csv");
        return runs.job(ExportJob.KIND, "customer", order);
    }

    private static UUID id(Http.Answer made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return UUID.fromString(made.json().path("id").asString());
    }
}
