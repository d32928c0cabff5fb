package io.chaoxi.platform.record;

import chaoxi.tables.tables.records.ChangeRecord;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a record tells beyond its row: its history, a masked value on request, why it is out of reach, a new owner. */
@Service
public class RecordDisclosure {
    private static final int PAGE = 50;

    private final RecordFinding finding;
    private final Handover handover;
    private final HistorySql history;
    private final RecordPast past;
    private final HistoryLines lines;
    private final AccessLog accessLog;
    private final Labels texts;

    RecordDisclosure(
            RecordFinding finding,
            Handover handover,
            HistorySql history,
            RecordPast past,
            HistoryLines lines,
            AccessLog accessLog,
            Labels texts) {
        this.finding = finding;
        this.handover = handover;
        this.history = history;
        this.past = past;
        this.lines = lines;
        this.accessLog = accessLog;
        this.texts = texts;
    }

    /** Gives the record to another person, out of the pool where one saw it; needs the right to assign, not to change. */
    @Transactional
    public void assign(Catalogue catalogue, UUID id, String owner, @Nullable String pool) {
        catalogue.actor().require(catalogue.type().object() + ".assign");
        try {
            var to = new Handover.To(TextValues.id(owner), pool == null ? null : Ids.known(pool));
            handover.assign(catalogue, id, to, Writing.byHand(Duplicates.SEEN));
        } catch (ValueRefused refused) {
            throw Refusal.field("owner", refused.code());
        }
    }

    /** Shows one masked value to whoever has the right, and records that he saw it. */
    @Transactional
    public Map<String, Object> reveal(Catalogue catalogue, UUID id, String name) {
        catalogue.actor().require(catalogue.type().object() + ".reveal");
        Field field = catalogue
                .visible(name)
                .filter(found -> found.type() != FieldType.FILES)
                .orElseThrow(() -> Refusal.field("field", "unknownField"));
        Object value = finding.find(catalogue, id).values().get(name);
        if (value == null) throw Refusal.field(name, "empty");
        var seen = new LinkedHashMap<String, @Nullable Object>(Map.of("field", name));
        history.add(catalogue.type().object(), List.of(new HistorySql.Line(id, "revealed", List.of(seen))), null);
        accessLog.add("revealed", catalogue.type().object(), id, Map.of("field", field.name()));
        return Map.of("field", field.name(), "value", value.toString());
    }

    /** The record's history, newest first, with the field rights of whoever reads it. */
    @Transactional(readOnly = true)
    public RecordReading.Rows history(Catalogue catalogue, UUID id, @Nullable UUID after) {
        finding.find(catalogue, id);
        List<ChangeRecord> found = past.of(catalogue, id, after, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        String next = more ? shown.getLast().getId().toString() : null;
        return new RecordReading.Rows(lines.of(catalogue, shown), next);
    }

    /** One step of the decision and how it came out. */
    public record Step(String check, boolean ok, String text) {}

    /** Why a record is or is not in reach; the same for a missing, a foreign and an unreachable one. */
    public record Explanation(boolean visible, List<Step> steps) {}

    @Transactional(readOnly = true)
    public Explanation why(Catalogue catalogue, String id) {
        Actor actor = catalogue.actor();
        String object = catalogue.type().object();
        List<Step> steps = new ArrayList<>();
        boolean may = actor.may(object + ".read");
        steps.add(step("action", may, actor, object));
        boolean reached = may
                && Ids.read(id).map(known -> finding.reaches(catalogue, known)).orElse(false);
        String scope = catalogue.type().owned() ? actor.scope(object).key() : "all";
        boolean shared = reached && !finding.isOwn(catalogue, Ids.known(id));
        String why = shared ? "reached.shared" : (reached ? "reached." : "unreached.") + scope;
        steps.add(new Step("scope", reached, texts.of("why", why).in(actor.locale())));
        if (reached) fieldSteps(catalogue, steps);
        return new Explanation(reached, steps);
    }

    private Step step(String check, boolean ok, Actor actor, String object) {
        String text = texts.of("why", ok ? "mayRead" : "mayNotRead")
                .in(actor.locale(), Map.of("permission", object + ".read"));
        return new Step(check, ok, text);
    }

    private void fieldSteps(Catalogue catalogue, List<Step> steps) {
        long masked = catalogue.visible().stream().filter(catalogue::masked).count();
        int hidden = catalogue.all().size() - catalogue.visible().size();
        String text =
                texts.of("why", "fields").in(catalogue.actor().locale(), Map.of("masked", masked, "hidden", hidden));
        steps.add(new Step("field", masked + hidden == 0, text));
    }
}
