package io.chaoxi.webform;

import static chaoxi.tables.Tables.TENANT;

import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.webform.FormPage.Face;
import io.chaoxi.webform.FormPage.Filled;
import io.chaoxi.webform.WebForm.Draft;
import java.util.Locale;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What a form would look like, before it is kept. */
@Service
class FormPreview {
    private final FormDrafts drafts;
    private final FormPage pages;
    private final AskedFields fields;
    private final Catalogues catalogues;
    private final DSLContext database;

    FormPreview(FormDrafts drafts, FormPage pages, AskedFields fields, Catalogues catalogues, DSLContext database) {
        this.drafts = drafts;
        this.pages = pages;
        this.fields = fields;
        this.catalogues = catalogues;
        this.database = database;
    }

    record Page(String html) {}

    @Transactional(readOnly = true)
    public Page of(JsonNode body) {
        Acting.current().require(WebForms.RIGHT);
        Draft draft = drafts.read(body, null);
        var firm = database.select(TENANT.NAME, TENANT.LOCALE)
                .from(TENANT)
                .where(TENANT.ID.eq(Acting.current().tenant()))
                .fetchSingle();
        var face = new Face(firm.value1(), Locale.forLanguageTag(firm.value2()), draft);
        return new Page(pages.form(face, fields.questions(catalogues.of("lead"), draft.fields()), Filled.EMPTY));
    }
}
