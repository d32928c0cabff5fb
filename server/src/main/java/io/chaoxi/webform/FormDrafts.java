package io.chaoxi.webform;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordLabels;
import io.chaoxi.webform.WebForm.Asked;
import io.chaoxi.webform.WebForm.Draft;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what the firm writes of a form; what is absent stays as it was. */
@Component
class FormDrafts {
    /** It stands in a header as it is, so nothing else may be in it. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\\d{1,5})?");

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_CAMPAIGN = 200;
    private static final int MOST_FIELDS = 30;
    private static final int MOST_OWNERS = 50;
    private static final int MOST_TOLD = 20;
    private static final int MOST_ORIGINS = 20;
    private static final int MOST_A_DAY = 10_000;
    private static final int USUAL_A_DAY = 200;

    private final Catalogues catalogues;
    private final AskedFields fields;
    private final RecordLabels labels;

    FormDrafts(Catalogues catalogues, AskedFields fields, RecordLabels labels) {
        this.catalogues = catalogues;
        this.fields = fields;
        this.labels = labels;
    }

    Draft read(JsonNode body, @Nullable Draft stored) {
        var input = Input.of(body, Draft.class);
        Draft draft = draft(input, stored);
        input.check();
        return draft;
    }

    private Draft draft(Input input, @Nullable Draft stored) {
        return new Draft(
                input.text("name", LONGEST_NAME, stored == null ? null : stored.name()),
                input.yesNo("active", stored == null || stored.active()),
                input.text("title", LONGEST_NAME, stored == null ? null : stored.title()),
                lines(input, "intro", stored == null ? null : stored.intro()),
                thanks(input, stored),
                input.has("fields") || stored == null ? asked(input) : stored.fields(),
                lines(input, "consent", stored == null ? null : stored.consent()),
                source(input, stored == null ? null : stored.source()),
                input.optional("campaign", LONGEST_CAMPAIGN, stored == null ? null : stored.campaign()),
                people(input, "owners", MOST_OWNERS, stored == null ? List.of() : stored.owners()),
                people(input, "told", MOST_TOLD, stored == null ? List.of() : stored.told()),
                input.has("origins") || stored == null ? origins(input) : stored.origins(),
                input.number("mostADay", 1, MOST_A_DAY, stored == null ? USUAL_A_DAY : stored.mostADay()));
    }

    private static String thanks(Input input, @Nullable Draft stored) {
        return input.has("thanks") || stored == null ? input.lines("thanks", LONGEST_TEXT) : stored.thanks();
    }

    private static @Nullable String lines(Input input, String name, @Nullable String otherwise) {
        if (!input.has(name)) return otherwise;
        return input.isNothing(name) ? null : input.lines(name, LONGEST_TEXT);
    }

    private @Nullable String source(Input input, @Nullable String otherwise) {
        if (!input.has("source")) return otherwise;
        String source = input.optional("source", LONGEST_NAME, null);
        if (source != null && fields.source(source).isEmpty()) input.refuse("source", "unknownChoice");
        return source;
    }

    private List<Asked> asked(Input input) {
        Catalogue leads = catalogues.of("lead");
        Set<String> known = fields.all(leads).stream().map(Field::name).collect(Collectors.toSet());
        var asked = new ArrayList<Asked>();
        List<JsonNode> items = input.list("fields", MOST_FIELDS);
        for (int i = 0; i < items.size(); i++) {
            var part = Input.of(items.get(i), Asked.class);
            String name = part.text("name", LONGEST_NAME, null);
            if (!name.isEmpty() && !known.contains(name)) part.refuse("name", "unknownField");
            if (asked.stream().anyMatch(one -> one.name().equals(name))) part.refuse("name", "columnTwice");
            asked.add(new Asked(name, part.yesNo("required", false)));
            input.refuse("fields[" + i + "]", part);
        }
        Set<String> names = asked.stream().map(Asked::name).collect(Collectors.toSet());
        if (!names.contains("name") && !names.contains("contactName")) input.refuse("fields", "webFormAsksNoName");
        if (names.stream().noneMatch(AskedFields.REACH::contains)) input.refuse("fields", "webFormAsksNoReach");
        return List.copyOf(asked);
    }

    private List<UUID> people(Input input, String name, int most, List<UUID> otherwise) {
        if (!input.has(name)) return otherwise;
        Set<UUID> people = input.ids(name, most);
        labels.forget("person");
        if (!labels.of("person", people).keySet().containsAll(people)) input.refuse(name, "unknownReference");
        return List.copyOf(people);
    }

    private static List<String> origins(Input input) {
        var origins = new LinkedHashSet<String>();
        for (String typed : input.texts("origins", MOST_ORIGINS)) {
            String origin = origin(typed);
            if (ORIGIN.matcher(origin).matches()) origins.add(origin);
            else input.refuse("origins", "webFormOrigin", Map.of("value", shortened(typed)));
        }
        return List.copyOf(origins);
    }

    /** As a browser sends it: small letters, a host in Chinese by its ASCII name. */
    private static String origin(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
        int host = text.indexOf("://") + 3;
        if (host < 3) return "";
        try {
            return text.substring(0, host) + IDN.toASCII(text.substring(host));
        } catch (IllegalArgumentException noHost) {
            return "";
        }
    }

    private static String shortened(String typed) {
        return typed.length() > LONGEST_NAME ? typed.substring(0, LONGEST_NAME) : typed;
    }
}
