package io.chaoxi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ApplicationTest
class PersonalExportTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    CrmSettings settings;

    Firm firm;
    Http admin;
    Somebody somebody;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
        somebody = new Somebody(firm);
    }

    private String path() {
        return "/api/v1/privacy/contact/" + somebody.id + "/export";
    }

    @Test
    void holdsAllThatIsKeptInOneMinute() throws IOException {
        Instant began = Instant.now();
        var job = somebody.ended(admin.post(path(), null).json());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(60));
        var parts = parts(job.path("files").path(0).path("id").asString());
        for (String value : Somebody.VALUES) {
            if (!value.equals("139 1234 5678"))
                assertThat(parts.get("data.json")).contains(value);
        }
        assertThat(parts.keySet())
                .contains("data.json", "资料.csv", "变更.csv", "留言.csv", "附件.csv", "合并.csv", "导入时没收的行.csv");
        assertThat(parts.get("资料.csv")).contains("手机", "+8613912345678", "绰号小青蛙");
        assertThat(parts.get("留言.csv")).contains("每周三钓鱼");
        assertThat(parts.get("附件.csv")).contains("的名片.txt");
        assertThat(parts.get("导入时没收的行.csv")).contains("没有这家公司");
    }

    private Map<String, String> parts(String id) throws IOException {
        Path folder = settings.home().resolve("files").resolve(String.valueOf(firm.tenant()));
        try (var all = Files.walk(folder)) {
            Path file = all.filter(one -> one.endsWith(id)).findFirst().orElseThrow();
            var parts = new LinkedHashMap<String, String>();
            try (var zip = new ZipFile(file.toFile())) {
                for (var entry : zip.stream().toList()) {
                    var bytes = zip.getInputStream(entry).readAllBytes();
                    parts.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
            return parts;
        }
    }

    @Test
    void standsInTheDownloadCentreAndInTheAccessLog() {
        somebody.ended(admin.post(path(), null).json());
        assertThat(admin.get("/api/v1/exports").text()).contains("personalExport", "个人信息-");
        assertThat(admin.get("/api/v1/audit").text()).contains("personExported");
    }

    @Test
    void isNotForWhoSeesHimInPartOnly() {
        var body = Map.of(
                "name",
                "隐私专员",
                "permissions",
                List.of("contact.read", "customer.read", "privacy.manage"),
                "scopes",
                Map.of("contact", "all", "customer", "all"));
        assertThat(admin.post("/api/v1/roles", body).status()).isEqualTo(201);
        var officer = firm.person("隐私专员").http();
        var refused = officer.post(path(), null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("personNotWhole");
        assertThat(refused.text()).contains("手机");
        assertThat(firm.person("manager").http().post(path(), null).code()).isEqualTo("forbidden");
    }

    @Test
    void goesWithThePerson() {
        var job = somebody.ended(admin.post(path(), null).json());
        String file = job.path("files").path(0).path("id").asString();
        assertThat(admin.get("/api/v1/files/" + file).status()).isEqualTo(200);
        somebody.ended(somebody.erase(Somebody.NAME).json());
        assertThat(admin.get("/api/v1/files/" + file).status()).isEqualTo(404);
    }
}
