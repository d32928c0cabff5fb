package io.chaoxi.webform;

import static chaoxi.tables.Tables.TENANT;
import static chaoxi.tables.Tables.WEB_FORM_KEY;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds forms by their addresses, whoever asks. The key alone says which firm it is. */
@Component
class OpenForms {
    private final DSLContext database;
    private final WebFormSql forms;
    private final AskedFields fields;
    private final Catalogues catalogues;
    private final TransactionTemplate transaction;

    OpenForms(
            DSLContext database,
            WebFormSql forms,
            AskedFields fields,
            Catalogues catalogues,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.forms = forms;
        this.fields = fields;
        this.catalogues = catalogues;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where a key leads. */
    private record Place(long tenant, UUID form, String secret) {}

    /** Empty for a key that nobody has, and for a form that is switched off: nobody can tell one from the other. */
    Optional<OpenForm> find(String key) {
        if (!FormKeys.isKey(key)) return Optional.empty();
        return database.select(WEB_FORM_KEY.TENANT_ID, WEB_FORM_KEY.FORM_ID, WEB_FORM_KEY.SECRET)
                .from(WEB_FORM_KEY)
                .where(WEB_FORM_KEY.KEY.eq(key))
                .fetchOptional(row -> new Place(row.value1(), row.value2(), row.value3()))
                .flatMap(this::open);
    }

    private Optional<OpenForm> open(Place place) {
        return Acting.as(
                Actor.system(place.tenant(), ZoneOffset.UTC),
                () -> transaction.execute(status -> forms.find(place.form())
                        .filter(form -> form.draft().active())
                        .map(form -> open(place, form))));
    }

    private OpenForm open(Place place, WebForm form) {
        var firm = database.select(TENANT.NAME, TENANT.TIME_ZONE, TENANT.LOCALE)
                .from(TENANT)
                .where(TENANT.ID.eq(place.tenant()))
                .fetchSingle();
        Actor actor = Actor.system(place.tenant(), ZoneId.of(firm.value2())).in(Locale.forLanguageTag(firm.value3()));
        var questions = Acting.as(
                actor,
                () -> fields.questions(catalogues.of("lead"), form.draft().fields()));
        return new OpenForm(actor, firm.value1(), place.secret(), form, questions);
    }
}
