package io.chaoxi.identity.firm;

import chaoxi.tables.tables.records.AccessLogRecord;
import io.chaoxi.identity.signin.RouteWords;
import io.chaoxi.platform.Ids;
import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Problems;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Acting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What lines of the access log say, in words for people: on what something was done, and what was at stake. */
@Component
class AuditWords {
    private static final String TOPIC = "audit";
    private static final int SPELLED_OUT = 3;
    private static final List<String> GRANTEES = List.of("person", "department", "role");

    private final Labels labels;
    private final Catalogues catalogues;
    private final RouteWords routes;
    private final Problems problems;

    AuditWords(Labels labels, Catalogues catalogues, RouteWords routes, Problems problems) {
        this.labels = labels;
        this.catalogues = catalogues;
        this.routes = routes;
        this.problems = problems;
    }

    /** The object of trade that the line is about; of a refusal the one that its address or the missing right names. */
    Optional<RecordType> type(AccessLogRecord line, JsonNode detail) {
        String right = detail.path("permission").asString("");
        return Stream.of(named(line.getObject()), detail.path("path").asString(""), right.replaceAll("\\..*", ""))
                .flatMap(name -> routes.type(name).stream())
                .findFirst();
    }

    private static String named(@Nullable String object) {
        return object == null ? "" : object;
    }

    /** Everything that the line names by its id: the record, and whoever got a share of it. */
    static Stream<Mention> mentions(JsonNode detail) {
        return GRANTEES.stream()
                .flatMap(kind ->
                        Ids.read(detail.path(kind).asString("")).stream().map(id -> new Mention(kind, id)));
    }

    record Mention(String object, UUID id) {}

    /**
     * In the language of whoever reads.
     *
     * @param record what the record is called, if he may know
     * @param names of what the line mentions besides
     */
    List<String> of(AccessLogRecord line, JsonNode detail, String record, Map<UUID, String> names) {
        var words = new ArrayList<String>();
        if (line.getAction().equals("refused")) {
            addRefusal(words, line, detail, record);
        } else {
            words.add(object(line, detail));
            words.add(record);
            mentions(detail).forEach(mention -> words.add(names.getOrDefault(mention.id(), "")));
            addDetail(words, line, detail);
        }
        words.removeIf(String::isBlank);
        return words;
    }

    private void addRefusal(List<String> words, AccessLogRecord line, JsonNode detail, String record) {
        var type = type(line, detail);
        String route = detail.path("route").asString("");
        words.add(routes.of(route, type.map(RecordType::object).orElse(null), locale())
                .orElse(""));
        words.add(record);
        words.add(lacking(detail.path("permission").asString("")));
    }

    /** The right that was missing, or else why it was refused. */
    private String lacking(String permission) {
        boolean right = permission.contains(".")
                || labels.find(TOPIC, "right." + permission).isPresent();
        return right
                ? labels.of(TOPIC, "lacks").in(locale(), Map.of("permission", permission(permission)))
                : problems.sentence(permission, locale(), Map.of());
    }

    private String object(AccessLogRecord line, JsonNode detail) {
        if (line.getObject() == null) return "";
        return type(line, detail)
                .map(type -> labels.of(type.object(), "_object"))
                .or(() -> labels.find(TOPIC, "object." + line.getObject()))
                .map(label -> label.in(locale()))
                .orElse("");
    }

    private void addDetail(List<String> words, AccessLogRecord line, JsonNode detail) {
        for (var entry : detail.properties()) words.add(word(line, detail, entry.getKey(), entry.getValue()));
    }

    private String word(AccessLogRecord line, JsonNode detail, String key, JsonNode value) {
        return switch (key) {
            case "permissions", "scopes" ->
                list(value.valueStream()
                        .map(one -> permission(one.asString("")))
                        .toList());
            case "fields" ->
                list(value.valueStream()
                        .map(one -> audit("firm.", one.asString("")))
                        .toList());
            case "to" ->
                labels.of(TOPIC, "changed")
                        .in(locale(), Map.of("from", shown(detail.path("from")), "to", shown(value)));
            case "from", "agent", "why", "with", "person", "department", "role" -> "";
            case "field" -> field(line, detail, value.asString(""));
            case "limit" -> value.isString() ? audit("limit.", value.stringValue()) : "";
            case "key", "rule", "level", "reason" -> audit(key + ".", value.asString(""));
            case "dictionary" -> text("dictionary", value.asString(""));
            case "object" -> text(value.asString(""), "_object");
            case "rows" -> labels.of(TOPIC, "rows").in(locale(), Map.of("count", "%,d".formatted(value.asLong())));
            case "until" -> labels.of(TOPIC, "until").in(locale(), Map.of("day", value.asString("")));
            case "months", "people" -> labels.of(TOPIC, key).in(locale(), Map.of("count", value.asString("")));
            case "binnedOnly", "active", "automatic" -> value.asBoolean() ? audit("", key) : "";
            case "job" -> "";
            case "format" -> value.asString("").toUpperCase(Locale.ROOT);
            case "stopped" -> value.asBoolean() ? audit("", "stopped") : "";
            default -> value.isValueNode() ? value.asString("") : "";
        };
    }

    /** One text, or the texts of a list. */
    private String shown(JsonNode value) {
        if (!value.isArray()) return value.asString("");
        return value.isEmpty()
                ? audit("", "none")
                : list(value.valueStream().map(one -> one.asString("")).toList());
    }

    private String list(List<String> words) {
        String mark = Locale.ENGLISH.getLanguage().equals(locale().getLanguage()) ? ", " : "、";
        if (words.size() <= SPELLED_OUT) return String.join(mark, words);
        String first = String.join(mark, words.subList(0, SPELLED_OUT));
        return labels.of(TOPIC, "more").in(locale(), Map.of("first", first, "count", words.size()));
    }

    /** A right in words, such as 客户：导出; also one to a field or to whose records. */
    private String permission(String right) {
        var single = labels.find("permission", right);
        if (single.isPresent()) return told(single.get());
        int point = right.indexOf('.');
        var type = point < 0 ? Optional.<RecordType>empty() : routes.type(right.substring(0, point));
        if (type.isEmpty()) return audit("right.", right);
        String action = right.substring(point + 1);
        String done = labels.find("permission", "action." + action)
                .or(() -> labels.find(TOPIC, "right." + action))
                .map(this::told)
                .orElseGet(() -> field(type.get(), action));
        return labels.of(TOPIC, "permission")
                .in(locale(), Map.of("object", text(type.get().object(), "_object"), "action", done));
    }

    /** Of a custom field the log keeps what it was called. */
    private String field(AccessLogRecord line, JsonNode detail, String name) {
        return "customField".equals(line.getObject())
                ? name
                : type(line, detail).map(type -> field(type, name)).orElse(name);
    }

    private String field(RecordType type, String name) {
        return catalogues.of(type).all().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Field::label)
                .map(this::told)
                .orElse(name);
    }

    private String audit(String before, String key) {
        return labels.find(TOPIC, before + key).map(this::told).orElse(key);
    }

    private String text(String topic, String key) {
        return labels.find(topic, key).map(this::told).orElse(key);
    }

    private String told(Label label) {
        return label.in(locale());
    }

    private static Locale locale() {
        return Acting.current().locale();
    }
}
