package io.chaoxi.workday;

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
class WorkCalendarTest {
    private static final String PATH = "/api/v1/work-calendar";

    @Autowired
    ApplicationContext application;

    @Autowired
    WorkCalendar calendar;

    Firm firm;
    Http admin;

    @BeforeEach
    void found() {
        firm = Firm.found(application);
        admin = firm.administrator().http();
    }

    private JsonNode year(int year) {
        return admin.get(PATH + "?year=" + year).json();
    }

    private static JsonNode day(JsonNode year, String day) {
        return year.path("days")
                .valueStream()
                .filter(one -> one.path("day").asString().equals(day))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewFirmWorksAsChinaDoes() {
        var found = year(2026);
        assertThat(found.path("version").asLong()).isZero();
        assertThat(found.path("weekdays").toString()).isEqualTo("[1,2,3,4,5]");
        assertThat(found.path("chinese").asBoolean()).isTrue();
        assertThat(found.path("arranged").asBoolean()).isTrue();
        assertThat(day(found, "2026-02-17").path("holiday").asString()).isEqualTo("springFestival");
        assertThat(day(found, "2026-02-28").path("works").asBoolean()).isTrue();
        assertThat(year(2031).path("arranged").asBoolean()).isFalse();
        assertThat(year(2031).path("days").size()).isZero();
    }

    @Test
    void theWeekChangesOnceForEachVersion() {
        var changed = admin.patch(PATH, 0, Map.of("weekdays", List.of(6, 1, 1), "chinese", false));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("weekdays").toString()).isEqualTo("[1,6]");
        assertThat(admin.patch(PATH, 0, Map.of("chinese", true)).status()).isEqualTo(409);
        long version = changed.json().path("version").asLong();
        assertThat(admin.patch(PATH, version, Map.of("chinese", true)).status()).isEqualTo(200);
        assertThat(admin.patch(PATH, version, Map.of("chinese", false)).status())
                .isEqualTo(409);
        assertThat(year(2026).path("weekdays").toString()).isEqualTo("[1,6]");
        assertThat(year(2026).path("chinese").asBoolean()).isTrue();
    }

    @Test
    void aDayIsDecidedAndTakenBack() {
        String day = PATH + "/days/2026-10-01";
        assertThat(admin.put(day, Map.of("works", true, "name", "盘点")).status()).isEqualTo(204);
        var found = day(year(2026), "2026-10-01");
        assertThat(found.path("works").asBoolean()).isTrue();
        assertThat(found.path("own").asBoolean()).isTrue();
        assertThat(found.path("name").asString()).isEqualTo("盘点");
        assertThat(found.path("holiday").asString()).isEqualTo("nationalDay");
        assertThat(admin.delete(day).status()).isEqualTo(204);
        assertThat(admin.delete(day).status()).as("once more").isEqualTo(204);
        assertThat(day(year(2026), "2026-10-01").path("works").asBoolean()).isFalse();
    }

    @Test
    void badInputNamesItsField() {
        assertThat(admin.patch(PATH, 0, Map.of("weekdays", List.of()))
                        .json()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("notBlank");
        assertThat(admin.patch(PATH, 0, Map.of("weekdays", List.of(8))).text()).contains("notAWeekday");
        assertThat(admin.put(PATH + "/days/2026-02-30", Map.of("works", true)).status())
                .isEqualTo(422);
        assertThat(admin.put(PATH + "/days/2026-02-20", Map.of()).status()).isEqualTo(422);
        assertThat(admin.get(PATH + "?year=1").status()).isEqualTo(422);
    }

    @Test
    void readByEverybodyChangedByWhoManagesSettings() {
        var rep = firm.person("rep").http();
        assertThat(rep.get(PATH + "?year=2026").status()).isEqualTo(200);
        assertThat(rep.patch(PATH, 0, Map.of("chinese", false)).status()).isEqualTo(403);
        assertThat(rep.put(PATH + "/days/2026-10-01", Map.of("works", true)).status())
                .isEqualTo(403);
        assertThat(rep.delete(PATH + "/days/2026-10-01").status()).isEqualTo(403);
    }

    @Test
    void eachFirmHasItsOwn() {
        var other = Firm.found(application);
        other.administrator().http().put(PATH + "/days/2026-11-24", Map.of("works", false));
        assertThat(year(2026).toString()).doesNotContain("2026-11-24");
    }
}
