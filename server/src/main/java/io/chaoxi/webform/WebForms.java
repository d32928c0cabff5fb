package io.chaoxi.webform;

import io.chaoxi.platform.CrmSettings;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Label;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.webform.WebForm.Asked;
import io.chaoxi.webform.WebForm.Draft;
import io.chaoxi.webform.WebFormSql.Count;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The forms of the acting person's firm; for whoever sets it up. Every change is noted in the access log. */
@Service
class WebForms {
    static final String RIGHT = "settings.manage";
    private static final int DAYS_COUNTED = 30;
    private static final int MOST = 50;

    private final WebFormSql sql;
    private final FormDrafts drafts;
    private final AskedFields fields;
    private final Catalogues catalogues;
    private final RecordLabels labels;
    private final AccessLog accessLog;
    private final CrmSettings settings;
    private final Clock clock;

    WebForms(
            WebFormSql sql,
            FormDrafts drafts,
            AskedFields fields,
            Catalogues catalogues,
            RecordLabels labels,
            AccessLog accessLog,
            CrmSettings settings,
            Clock clock) {
        this.sql = sql;
        this.drafts = drafts;
        this.fields = fields;
        this.catalogues = catalogues;
        this.labels = labels;
        this.accessLog = accessLog;
        this.settings = settings;
        this.clock = clock;
    }

    /** A person by his name. */
    record Person(UUID id, String label) {}

    /** A field that a form may ask for. */
    record Askable(String name, Label label, FieldType type) {}

    /**
     * A form as it is shown.
     *
     * @param address under which strangers find it
     * @param taken leads of the last thirty days
     * @param keptOut what was sent in these days by programs
     */
    record Shown(
            UUID id,
            long version,
            String name,
            boolean active,
            String title,
            @Nullable String intro,
            String thanks,
            List<Asked> fields,
            @Nullable String consent,
            int consentVersion,
            @Nullable String source,
            @Nullable String campaign,
            List<Person> owners,
            List<Person> told,
            List<String> origins,
            int mostADay,
            String address,
            long taken,
            long keptOut) {}

    /** The fields that a form of leads may ask for, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Askable> askable() {
        Acting.current().require(RIGHT);
        return fields.all(catalogues.of("lead")).stream()
                .map(field -> new Askable(field.name(), field.label(), field.type()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Shown> all() {
        Acting.current().require(RIGHT);
        var forms = sql.all();
        var counts = counts();
        var names = names(forms);
        return forms.stream().map(form -> shown(form, counts, names)).toList();
    }

    @Transactional(readOnly = true)
    public Shown get(UUID id) {
        Acting.current().require(RIGHT);
        WebForm form = found(id);
        return shown(form, counts(), names(List.of(form)));
    }

    @Transactional
    public Shown create(JsonNode body) {
        Acting.current().require(RIGHT);
        Draft draft = drafts.read(body, null);
        if (sql.all().size() >= MOST) throw Refusal.of(422, "webFormsMany", Map.of("max", MOST));
        UUID id = Ids.next();
        sql.insert(id, draft);
        if (draft.consent() != null) sql.addConsent(id, 1, draft.consent());
        sql.putKey(id, FormKeys.key(), FormKeys.secret());
        note(id, draft.name());
        return get(id);
    }

    /** 409 when it changed since that version. Another text to agree to is its next version. */
    @Transactional
    public Shown change(UUID id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        WebForm form = found(id);
        Draft draft = drafts.read(body, form.draft());
        if (!sql.change(id, version, draft)) throw Refusal.stale(found(id).version());
        if (!Objects.equals(draft.consent(), form.draft().consent())) {
            sql.addConsent(id, form.consentVersion() + 1, draft.consent());
        }
        note(id, draft.name());
        return get(id);
    }

    /** From now on the form has another address; the old one leads nowhere. */
    @Transactional
    public Shown renewKey(UUID id) {
        Acting.current().require(RIGHT);
        WebForm form = found(id);
        sql.putKey(id, FormKeys.key(), FormKeys.secret());
        note(id, form.draft().name());
        return get(id);
    }

    /** Its address leads nowhere from now on; leads that came by it stay and still name it. */
    @Transactional
    public void delete(UUID id) {
        Acting.current().require(RIGHT);
        WebForm form = found(id);
        if (!sql.delete(id)) throw Refusal.notFound();
        sql.deleteKey(id);
        note(id, form.draft().name());
    }

    private WebForm found(UUID id) {
        return sql.find(id).orElseThrow(Refusal::notFound);
    }

    private void note(UUID id, String name) {
        accessLog.add("settingChanged", "webForm", id, Map.of("name", name));
    }

    private Map<UUID, Count> counts() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Acting.current().zone());
        return sql.counts(today.minusDays(DAYS_COUNTED - 1));
    }

    private Map<UUID, String> names(List<WebForm> forms) {
        var people = new HashSet<UUID>();
        forms.forEach(form -> {
            people.addAll(form.draft().owners());
            people.addAll(form.draft().told());
        });
        return labels.of("person", people);
    }

    private Shown shown(WebForm form, Map<UUID, Count> counts, Map<UUID, String> names) {
        Draft draft = form.draft();
        Count count = counts.getOrDefault(form.id(), Count.NONE);
        Function<List<UUID>, List<Person>> named = people -> people.stream()
                .filter(names::containsKey)
                .map(person -> new Person(person, String.valueOf(names.get(person))))
                .toList();
        return new Shown(
                form.id(),
                form.version(),
                draft.name(),
                draft.active(),
                draft.title(),
                draft.intro(),
                draft.thanks(),
                draft.fields(),
                draft.consent(),
                form.consentVersion(),
                draft.source(),
                draft.campaign(),
                named.apply(draft.owners()),
                named.apply(draft.told()),
                draft.origins(),
                draft.mostADay(),
                settings.baseUrl() + "/f/" + form.key(),
                count.taken(),
                count.keptOut());
    }
}
