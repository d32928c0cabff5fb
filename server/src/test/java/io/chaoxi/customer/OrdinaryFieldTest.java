package io.chaoxi.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.platform.record.RecordType;
import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An ordinary field costs at most four files: migration, record, label file, page layout. Everything else follows. */
@ApplicationTest
class OrdinaryFieldTest {
    private static final List<String> ORDINARY = List.of("employees", "foundedOn", "shortName");
    private static final Path ROOT = Path.of("").toAbsolutePath().endsWith("server") ? Path.of("..") : Path.of(".");

    @Autowired
    ApplicationContext application;

    @Autowired
    ObjectProvider<RecordType> types;

    @Test
    void nowhereElseIsAnOrdinaryFieldNamed() throws IOException {
        var word = Pattern.compile("\\b(employees)\\b");
        try (Stream<Path> server = Files.walk(ROOT.resolve("server/src/main"));
                Stream<Path> page = Files.walk(ROOT.resolve("web/src"))) {
            List<Path> naming = Stream.concat(server, page)
                    .filter(file -> file.toString().matches(".*\\.(java|sql|yaml|ts|tsx)"))
                    .filter(file -> word.matcher(read(file)).find())
                    .toList();
            assertThat(naming).hasSizeBetween(3, 4);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsDeclaredWorksEverywhere() {
        var admin = Firm.found(application).administrator().http();
        var made = admin.post(
                "/api/v1/customers",
                Map.of("name", "普通字段公司", "employees", 120, "foundedOn", "2015-06-01", "shortName", "普字"));
        String path = "/api/v1/customers/" + made.json().path("id").asString();
        assertThat(admin.patch(path, 1, Map.of("employees", 130)).status()).isEqualTo(200);
        assertThat(admin.get(path + "/history").text()).contains("员工人数");
        for (String filter : List.of("employees=ge=100", "foundedOn==2015-06-01", "shortName=like=%E6%99%AE")) {
            assertThat(admin.get("/api/v1/customers?filter=" + filter)
                            .json()
                            .path("items")
                            .size())
                    .as(filter)
                    .isEqualTo(1);
        }
        for (String field : ORDINARY) {
            assertThat(admin.get("/api/v1/customers?sort=" + field).status()).isEqualTo(200);
            assertThat(admin.get("/api/v1/fields/customer").text()).contains('"' + field + '"');
            assertThat(admin.get("/api/v1/openapi.json").text()).contains('"' + field + '"');
        }
    }

    /** The catalogue is made from columns and labels when the program starts; here each entry is looked at once more. */
    @Test
    void everyEntryHasItsColumnAndBothLabels() {
        assertThat(types.stream()).hasSizeGreaterThanOrEqualTo(4);
        types.forEach(type -> type.fields().forEach(field -> {
            assertThat(type.table().field(String.valueOf(field.column())))
                    .as(type.object() + "." + field.name())
                    .isNotNull();
            assertThat(field.label().zh()).isNotBlank();
            assertThat(field.label().en()).isNotBlank();
        }));
    }
}
