package io.chaoxi.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/**
 * G2: no answer, file or log tells a full telephone number to somebody who sees numbers masked, whatever he asks for.
 * {@code -Dsafety.masked=50000} for the full figure.
 */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class MaskedEverywhereTest {
    private static final int RECORDS = 40;
    private static final int EXPORTS = 100;
    private static final Pattern DIGITS = Pattern.compile("\\d[\\d -]{9,}\\d");
    private static final List<String> SORTS = List.of("", "name", "-changedAt", "phone", "-createdAt", "owner");
    private static final List<String> FIELDS =
            List.of("", "name", "name,phone", "phone,email,owner", "code,phone,custom.second", "name,nothing");
    private static final List<String> FILTERS =
            List.of("", "name=like=遮", "phone==13900001001", "phone=null=false", "phone=like=139", "owner==@me");

    @Autowired
    ApplicationContext application;

    final Set<String> numbers = new HashSet<>();
    final List<String> addresses = new ArrayList<>();
    Http blind;
    Random random;

    @BeforeEach
    void fill() {
        random = new Random(Counts.seed());
        Firm firm = Firm.found(application);
        Http admin = firm.administrator().http();
        var field = Map.of("key", "second", "label", "备用电话", "type", "phone");
        assertThat(admin.post("/api/v1/custom-fields/customer", field).status()).isEqualTo(201);
        var role = Map.of(
                "name",
                "看不见电话",
                "permissions",
                List.of(
                        "customer.read",
                        "customer.create",
                        "customer.update",
                        "customer.export",
                        "contact.read",
                        "contact.update",
                        "contact.export",
                        "lead.read",
                        "lead.create",
                        "lead.update",
                        "lead.export",
                        "bulk.run"),
                "scopes",
                Map.of("customer", "all", "contact", "all", "lead", "all"));
        var made = admin.post("/api/v1/roles", role);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        for (int i = 0; i < RECORDS; i++) {
            var body = Map.of("name", "遮住电话" + i + "公司", "phone", number(), "custom", Map.of("second", number()));
            var customer = admin.post("/api/v1/customers", body).json();
            String id = customer.path("id").asString();
            admin.patch("/api/v1/customers/" + id, 1, Map.of("phone", number()));
            var contact = Map.of("name", "遮住的人" + i, "customer", id, "phone", number(), "telephone", number());
            addresses.add("/api/v1/customers/" + id);
            addresses.add("/api/v1/contacts/"
                    + admin.post("/api/v1/contacts", contact).json().path("id").asString());
        }
        for (int i = 0; i < RECORDS; i++) {
            var lead = Map.of("name", "遮住的线索" + i, "contactName", "遮住的人", "phone", number(), "telephone", number());
            addresses.add("/api/v1/leads/"
                    + admin.post("/api/v1/leads", lead).json().path("id").asString());
        }
        blind = firm.person("看不见电话").http();
    }

    private String number() {
        String number = "1390000" + (1001 + numbers.size());
        numbers.add(number);
        return number;
    }

    @Test
    void nobodyIsToldANumberThatHeSeesMasked(CapturedOutput logs) {
        int requests = Counts.of("masked", 300);
        int told = 0;
        for (int i = 0; i < requests; i++) {
            String text = i % EXPORTS == EXPORTS - 1
                    ? exported()
                    : Patience.with(this::asked).text();
            if (text.contains("****")) told++;
            assertThat(numbersIn(text)).as(text).isEmpty();
        }
        System.out.println("masked numbers: " + requests + " answers, " + told + " with a mask, 0 with a number");
        assertThat(told).isGreaterThan(requests / 10);
        assertThat(numbersIn(logs.getAll())).isEmpty();
    }

    private List<String> numbersIn(String text) {
        return DIGITS.matcher(text)
                .results()
                .map(found -> found.group().replaceAll("\\D", ""))
                .filter(digits -> numbers.stream().anyMatch(digits::contains))
                .toList();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Http.Answer asked() {
        String record = any(addresses);
        String list = record.substring(0, record.lastIndexOf('/'));
        String words = any(List.of("", "遮住", "1001", "1390000", "zzdh", "人"));
        return switch (random.nextInt(10)) {
            case 0 -> blind.get(record);
            case 1 -> blind.get(record + "/history");
            case 2 -> blind.get(record + "/timeline");
            case 3 -> blind.get("/api/v1/search?q=" + words);
            case 4 -> blind.post(record + "/reveal", Map.of("field", "phone"));
            case 5 -> blind.patch(record, 999_999, Map.of("remark", "x"));
            case 6 -> blind.get(list + "/groups?by=owner&q=" + words);
            case 7 -> blind.post("/api/v1/customers", Map.of("name", "遮住电话" + random.nextInt(RECORDS) + "公司"));
            case 8 -> blind.get("/api/v1/duplicates/lead?name=" + words + "&phone=" + any(List.copyOf(numbers)));
            default ->
                blind.get(list + "?limit=30&q=" + words + "&sort=" + any(SORTS) + "&fields=" + any(FIELDS) + "&filter="
                        + any(FILTERS));
        };
    }

    private String exported() {
        String object = any(List.of("customer", "contact", "lead"));
        var order = Map.of("object", object, "format", "csv", "fields", List.of("name", "phone"));
        String job = "/api/v1/jobs/"
                + Patience.with(() -> blind.post("/api/v1/exports", order))
                        .json()
                        .path("id")
                        .asString();
        var patience = Instant.now().plusSeconds(30);
        while (!Patience.with(() -> blind.get(job))
                .json()
                .path("state")
                .asString()
                .equals("done")) {
            assertThat(Instant.now()).isBefore(patience);
            LockSupport.parkNanos(20_000_000);
        }
        String file = Patience.with(() -> blind.get(job))
                .json()
                .path("files")
                .path(0)
                .path("id")
                .asString();
        return Patience.with(() -> blind.get("/api/v1/files/" + file)).text();
    }
}
