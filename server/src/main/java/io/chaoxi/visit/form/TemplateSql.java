package io.chaoxi.visit.form;

import static chaoxi.tables.Tables.VISIT_TEMPLATE;
import static chaoxi.tables.Tables.VISIT_TEMPLATE_VERSION;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.rights.Acting;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record6;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Statements on templates and their versions. */
@Component
class TemplateSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Question>> QUESTIONS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    TemplateSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All that the firm has, as they are now, the oldest first. */
    List<Template> all() {
        return read(VISIT_TEMPLATE_VERSION.VERSION.eq(VISIT_TEMPLATE.VERSION));
    }

    Optional<Template> find(UUID template, long version) {
        return read(VISIT_TEMPLATE.ID.eq(template).and(VISIT_TEMPLATE_VERSION.VERSION.eq(version))).stream()
                .findFirst();
    }

    /** Every version of one, the newest first. */
    List<Template> versions(UUID template) {
        return read(VISIT_TEMPLATE.ID.eq(template)).reversed();
    }

    private List<Template> read(Condition which) {
        return database.select(
                        VISIT_TEMPLATE.ID,
                        VISIT_TEMPLATE_VERSION.VERSION,
                        VISIT_TEMPLATE.NAME,
                        VISIT_TEMPLATE.MANNER,
                        VISIT_TEMPLATE.DISABLED,
                        VISIT_TEMPLATE_VERSION.QUESTIONS)
                .from(VISIT_TEMPLATE)
                .join(VISIT_TEMPLATE_VERSION)
                .on(VISIT_TEMPLATE_VERSION.TENANT_ID.eq(VISIT_TEMPLATE.TENANT_ID))
                .and(VISIT_TEMPLATE_VERSION.TEMPLATE_ID.eq(VISIT_TEMPLATE.ID))
                .where(which)
                .orderBy(VISIT_TEMPLATE.ID, VISIT_TEMPLATE_VERSION.VERSION)
                .fetch(TemplateSql::template);
    }

    private static Template template(Record6<UUID, Long, String, String, Boolean, JSONB> row) {
        return new Template(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                row.value5(),
                JSON.readValue(row.value6().data(), QUESTIONS));
    }

    int count() {
        return database.fetchCount(VISIT_TEMPLATE);
    }

    /** Says whether it still had the version before this one, or was not there and is the first. */
    boolean put(Template template, long before) {
        var actor = Acting.current();
        var row = database.newRecord(VISIT_TEMPLATE);
        row.setTenantId(actor.tenant());
        row.setId(template.id());
        row.setVersion(template.version());
        row.setName(template.name());
        row.setManner(template.manner());
        row.setDisabled(template.disabled());
        row.setChangedAt(clock.instant().atOffset(ZoneOffset.UTC));
        row.setChangedBy(actor.person());
        int written = database.insertInto(VISIT_TEMPLATE)
                .set(row)
                .onConflict(VISIT_TEMPLATE.TENANT_ID, VISIT_TEMPLATE.ID)
                .doUpdate()
                .set(row)
                .where(VISIT_TEMPLATE.VERSION.eq(before))
                .execute();
        if (written == 1) keep(template);
        return written == 1;
    }

    private void keep(Template template) {
        var version = database.newRecord(VISIT_TEMPLATE_VERSION);
        version.setTenantId(Acting.current().tenant());
        version.setId(Ids.next());
        version.setTemplateId(template.id());
        version.setVersion(template.version());
        version.setQuestions(JSONB.valueOf(JSON.writeValueAsString(template.questions())));
        version.insert();
    }

    /** One writer at a time, so that no two templates are made beyond the most. */
    void lock() {
        Field<Long> key = DSL.function(
                "hashtextextended",
                org.jooq.impl.SQLDataType.BIGINT,
                DSL.val("visit_template"),
                DSL.val(Acting.current().tenant()));
        database.select(DSL.function("pg_advisory_xact_lock", org.jooq.impl.SQLDataType.OTHER, key))
                .fetch();
    }
}
