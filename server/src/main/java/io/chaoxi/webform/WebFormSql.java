package io.chaoxi.webform;

import static chaoxi.tables.Tables.WEB_FORM;
import static chaoxi.tables.Tables.WEB_FORM_CONSENT;
import static chaoxi.tables.Tables.WEB_FORM_DAY;
import static chaoxi.tables.Tables.WEB_FORM_KEY;

import chaoxi.tables.tables.records.WebFormRecord;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.webform.WebForm.Asked;
import io.chaoxi.webform.WebForm.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every statement on forms as the firm writes them. */
@Component
class WebFormSql {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Asked>> FIELDS = new TypeReference<>() {};

    private final DSLContext database;
    private final Clock clock;

    WebFormSql(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Those that are there, the newest first. */
    List<WebForm> all() {
        return forms(WEB_FORM.DELETED_AT.isNull());
    }

    Optional<WebForm> find(UUID id) {
        return forms(WEB_FORM.ID.eq(id).and(WEB_FORM.DELETED_AT.isNull())).stream()
                .findFirst();
    }

    private List<WebForm> forms(Condition which) {
        var newest = DSL.select(DSL.max(WEB_FORM_CONSENT.VERSION))
                .from(WEB_FORM_CONSENT)
                .where(WEB_FORM_CONSENT.TENANT_ID.eq(WEB_FORM.TENANT_ID))
                .and(WEB_FORM_CONSENT.FORM_ID.eq(WEB_FORM.ID));
        return database.select(WEB_FORM.asterisk(), WEB_FORM_KEY.KEY, WEB_FORM_CONSENT.VERSION, WEB_FORM_CONSENT.TEXT)
                .from(WEB_FORM)
                .leftJoin(WEB_FORM_KEY)
                .on(WEB_FORM_KEY.TENANT_ID.eq(WEB_FORM.TENANT_ID))
                .and(WEB_FORM_KEY.FORM_ID.eq(WEB_FORM.ID))
                .leftJoin(WEB_FORM_CONSENT)
                .on(WEB_FORM_CONSENT.TENANT_ID.eq(WEB_FORM.TENANT_ID))
                .and(WEB_FORM_CONSENT.FORM_ID.eq(WEB_FORM.ID))
                .and(WEB_FORM_CONSENT.VERSION.eq(newest))
                .where(which)
                .orderBy(WEB_FORM.ID.desc())
                .fetch(WebFormSql::form);
    }

    private static WebForm form(Record row) {
        WebFormRecord form = row.into(WEB_FORM);
        Integer version = row.get(WEB_FORM_CONSENT.VERSION);
        return new WebForm(
                form.getId(),
                form.getVersion(),
                Objects.requireNonNullElse(row.get(WEB_FORM_KEY.KEY), ""),
                version == null ? 0 : version,
                draft(form, row.get(WEB_FORM_CONSENT.TEXT)));
    }

    private static Draft draft(WebFormRecord form, @Nullable String consent) {
        return new Draft(
                form.getName(),
                form.getActive(),
                form.getTitle(),
                form.getIntro(),
                form.getThanks(),
                JSON.readValue(form.getFields().data(), FIELDS),
                consent,
                form.getSource(),
                form.getCampaign(),
                List.of(form.getOwners()),
                List.of(form.getTold()),
                List.of(form.getOrigins()),
                form.getMostADay());
    }

    void insert(UUID id, Draft draft) {
        WebFormRecord row = database.newRecord(WEB_FORM);
        row.setTenantId(Acting.current().tenant());
        row.setId(id);
        row.setCreatedAt(now());
        row.setCreatedBy(Acting.current().person());
        write(row, draft);
        database.insertInto(WEB_FORM).set(row).execute();
    }

    private void write(WebFormRecord row, Draft draft) {
        row.setChangedAt(now());
        row.setChangedBy(Acting.current().person());
        row.setName(draft.name());
        row.setActive(draft.active());
        row.setTitle(draft.title());
        row.setIntro(draft.intro());
        row.setThanks(draft.thanks());
        row.setFields(JSONB.valueOf(JSON.writeValueAsString(draft.fields())));
        row.setSource(draft.source());
        row.setCampaign(draft.campaign());
        row.setOwners(draft.owners().toArray(UUID[]::new));
        row.setTold(draft.told().toArray(UUID[]::new));
        row.setOrigins(draft.origins().toArray(String[]::new));
        row.setMostADay(draft.mostADay());
    }

    /** Says whether it still had the expected version. */
    boolean change(UUID id, long version, Draft draft) {
        WebFormRecord row = database.newRecord(WEB_FORM);
        write(row, draft);
        row.setVersion(version + 1);
        return database.update(WEB_FORM)
                        .set(row)
                        .where(WEB_FORM.ID.eq(id))
                        .and(WEB_FORM.VERSION.eq(version))
                        .and(WEB_FORM.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    boolean delete(UUID id) {
        return database.update(WEB_FORM)
                        .set(WEB_FORM.DELETED_AT, now())
                        .where(WEB_FORM.ID.eq(id))
                        .and(WEB_FORM.DELETED_AT.isNull())
                        .execute()
                == 1;
    }

    void addConsent(UUID form, int version, @Nullable String text) {
        database.insertInto(WEB_FORM_CONSENT)
                .set(WEB_FORM_CONSENT.TENANT_ID, Acting.current().tenant())
                .set(WEB_FORM_CONSENT.FORM_ID, form)
                .set(WEB_FORM_CONSENT.VERSION, version)
                .set(WEB_FORM_CONSENT.TEXT, text)
                .set(WEB_FORM_CONSENT.CREATED_AT, now())
                .set(WEB_FORM_CONSENT.CREATED_BY, Acting.current().person())
                .execute();
    }

    /** From now on the form is found by this key only. */
    void putKey(UUID form, String key, String secret) {
        database.insertInto(WEB_FORM_KEY)
                .set(WEB_FORM_KEY.TENANT_ID, Acting.current().tenant())
                .set(WEB_FORM_KEY.FORM_ID, form)
                .set(WEB_FORM_KEY.KEY, key)
                .set(WEB_FORM_KEY.SECRET, secret)
                .onConflict(WEB_FORM_KEY.TENANT_ID, WEB_FORM_KEY.FORM_ID)
                .doUpdate()
                .set(WEB_FORM_KEY.KEY, key)
                .set(WEB_FORM_KEY.SECRET, secret)
                .execute();
    }

    void deleteKey(UUID form) {
        database.deleteFrom(WEB_FORM_KEY)
                .where(WEB_FORM_KEY.TENANT_ID.eq(Acting.current().tenant()))
                .and(WEB_FORM_KEY.FORM_ID.eq(form))
                .execute();
    }

    /** What came by a form, and what was kept out. */
    record Count(long taken, long keptOut) {
        static final Count NONE = new Count(0, 0);
    }

    Map<UUID, Count> counts(LocalDate since) {
        return database.select(WEB_FORM_DAY.FORM_ID, DSL.sum(WEB_FORM_DAY.TAKEN), DSL.sum(WEB_FORM_DAY.KEPT_OUT))
                .from(WEB_FORM_DAY)
                .where(WEB_FORM_DAY.DAY.ge(since))
                .groupBy(WEB_FORM_DAY.FORM_ID)
                .fetchMap(
                        WEB_FORM_DAY.FORM_ID,
                        row -> new Count(row.value2().longValue(), row.value3().longValue()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
