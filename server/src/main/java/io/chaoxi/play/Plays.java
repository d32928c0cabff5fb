package io.chaoxi.play;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.Catalogue;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.RecordFinding;
import io.chaoxi.platform.rights.AccessLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The plays of the acting person's firm. Who may not read a field is not told of plays that depend on it, and leaves them
 * as they are when he writes. Plays for a choice or a field that was deleted are not told either, and go with the next
 * writing.
 */
@Service
class Plays {
    private static final String RIGHT = "play.manage";
    private static final int MOST = 100;

    private final PlayBook book;
    private final StandardPlays standard;
    private final PlayFields fields;
    private final RecordFinding finding;
    private final AccessLog accessLog;

    Plays(PlayBook book, StandardPlays standard, PlayFields fields, RecordFinding finding, AccessLog accessLog) {
        this.book = book;
        this.standard = standard;
        this.fields = fields;
        this.finding = finding;
        this.accessLog = accessLog;
    }

    /** The plays of an object and the version that they have together; 1 as long as the firm wrote none. */
    record All(String object, long version, List<Play> items) {}

    /** A play as it is written. */
    record Item(Map<String, String> where, String name, String text) {}

    /** All plays as they are written. */
    record Body(List<Item> items) {}

    @Transactional(readOnly = true)
    public All all(Catalogue catalogue) {
        catalogue.actor().require(object(catalogue) + ".read");
        var stored = stored(catalogue);
        return new All(
                object(catalogue), stored.version(), readable(catalogue, stored).toList());
    }

    /** Those that hold for a record, the closest first: what depends on more fields stands before what depends on fewer. */
    @Transactional(readOnly = true)
    public List<Play> of(Catalogue catalogue, UUID id) {
        catalogue.actor().require(object(catalogue) + ".read");
        var values = finding.find(catalogue, id).values();
        return readable(catalogue, stored(catalogue))
                .filter(play -> play.where().entrySet().stream()
                        .allMatch(condition -> fields.field(catalogue, condition.getKey())
                                .filter(field -> fields.matches(field, values.get(field.name()), condition.getValue()))
                                .isPresent()))
                .sorted(Comparator.comparingInt((Play play) -> play.where().size())
                        .reversed())
                .toList();
    }

    /** Writes all plays of an object anew; 409 when they changed since that version. Noted in the access log. */
    @Transactional
    public All put(Catalogue catalogue, long version, JsonNode body) {
        catalogue.actor().require(RIGHT);
        catalogue.actor().require(object(catalogue) + ".read");
        List<Play> written = read(catalogue, body);
        var stand = stored(catalogue);
        var kept = stand.plays().stream().filter(play -> fields.hidden(catalogue, play));
        var all = Stream.concat(written.stream(), kept).toList();
        if (stand.version() != version || !book.put(object(catalogue), version, all)) {
            throw Refusal.stale(stored(catalogue).version());
        }
        accessLog.add("settingChanged", "play", null, Map.of("object", object(catalogue)));
        return new All(object(catalogue), version + 1, written);
    }

    private PlayBook.Stored stored(Catalogue catalogue) {
        String object = object(catalogue);
        return book.of(object)
                .orElseGet(() -> new PlayBook.Stored(
                        1, standard.of(object, catalogue.actor().locale())));
    }

    private Stream<Play> readable(Catalogue catalogue, PlayBook.Stored stored) {
        return stored.plays().stream().filter(play -> fields.holds(catalogue, play));
    }

    private List<Play> read(Catalogue catalogue, JsonNode body) {
        var input = Input.of(body, Body.class);
        var plays = new ArrayList<Play>();
        Set<Map<String, String>> known = new HashSet<>();
        List<JsonNode> items = input.list("items", MOST);
        for (int i = 0; i < items.size(); i++) {
            var part = Input.of(items.get(i), Item.class);
            var where = where(catalogue, part, items.get(i).path("where"));
            String name = part.text("name", Play.LONGEST_NAME, null);
            String text = part.lines("text", Play.LONGEST_TEXT);
            if (!where.isEmpty() && !known.add(where)) part.refuse("where", "playTwice");
            input.refuse("items[" + i + "]", part);
            plays.add(new Play(where, name, text));
        }
        input.check();
        return plays;
    }

    private Map<String, String> where(Catalogue catalogue, Input part, JsonNode sent) {
        var where = new TreeMap<String, String>();
        if (!sent.isObject() || sent.isEmpty() || sent.size() > Play.MOST_FIELDS) {
            part.refuse("where", "playWithoutCondition");
            return where;
        }
        for (var condition : sent.properties()) {
            Field field = fields.field(catalogue, condition.getKey()).orElse(null);
            String value = condition.getValue().asString("");
            if (field == null) {
                part.refuse("where", "playField");
            } else if (!fields.isValue(field, value)) {
                part.refuse("where." + field.name(), "unknownChoice");
            } else {
                where.put(field.name(), value);
            }
        }
        return where;
    }

    private static String object(Catalogue catalogue) {
        return catalogue.type().object();
    }
}
