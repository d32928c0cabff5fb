package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.record.ChoiceUse;
import io.chaoxi.platform.rights.AccessLog;
import io.chaoxi.platform.rights.Acting;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The firm's dictionaries: everybody reads them; who may manage dictionaries adds, names, colours, orders and disables
 * items. An item that a record holds is never deleted, only disabled.
 */
@Service
public class Dictionaries {
    private static final String RIGHT = "dictionary.manage";
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_ITEMS = 500;

    /** An item as it is written; in a change, what is absent stays. Its id is given once. */
    record Body(
            @Nullable String id,
            @Nullable String parent,
            @Nullable String label,
            @Nullable String labelEn,
            @Nullable String color,
            @Nullable Boolean disabled) {}

    /** The items in their new order. */
    record Order(@Nullable List<String> ids) {}

    private final StandardDictionaries standard;
    private final DictionarySql sql;
    private final FirmChoices choices;
    private final ChoiceUse use;
    private final AccessLog accessLog;

    Dictionaries(
            StandardDictionaries standard, DictionarySql sql, FirmChoices choices, ChoiceUse use, AccessLog accessLog) {
        this.standard = standard;
        this.sql = sql;
        this.choices = choices;
        this.use = use;
        this.accessLog = accessLog;
    }

    @Transactional(readOnly = true)
    public List<Dictionary> all() {
        Acting.current();
        var items = sql.all();
        return standard.keys().stream()
                .map(key -> new Dictionary(
                        key, standard.label(key), standard.levels(key), true, items.getOrDefault(key, List.of())))
                .toList();
    }

    private List<DictionaryItem> items(String key) {
        standard.check(key);
        return sql.all().getOrDefault(key, List.of());
    }

    /** Adds an item at the end of its list. Without an id it gets one that means nothing. */
    @Transactional
    public DictionaryItem add(String key, JsonNode body) {
        Acting.current().require(RIGHT);
        var items = items(key);
        if (items.size() >= MOST_ITEMS) throw Refusal.of(422, "tooManyItems", Map.of("max", MOST_ITEMS));
        var draft = new DictionaryItem(ChoiceIds.next(), 1, null, "", null, Colors.PLAIN, false, items.size());
        DictionaryItem item = read(key, body, draft, true);
        if (!ID.matcher(item.id()).matches()) throw Refusal.field("id", "malformedId");
        if (sql.add(Map.of(key, List.of(item))) == 0) throw Refusal.of(409, "nameTaken", Map.of("name", item.label()));
        changed("settingAdded", key, item);
        return item;
    }

    private void changed(String action, String key, DictionaryItem item) {
        choices.forgetItems();
        accessLog.add(action, "dictionary", null, Map.of("dictionary", key, "item", item.label()));
    }

    /**
     * Changes label, colour, place or whether the item may be chosen; records that hold it follow. 409 {@code stale} when
     * the item has another version by now.
     */
    @Transactional
    public DictionaryItem change(String key, String id, long version, JsonNode body) {
        Acting.current().require(RIGHT);
        DictionaryItem now = item(key, id);
        if (now.version() != version) throw Refusal.stale(now.version());
        DictionaryItem item = read(key, body, now, false);
        if (!sql.change(key, item, version)) throw Refusal.stale(item(key, id).version());
        changed("settingChanged", key, item);
        return item(key, id);
    }

    private DictionaryItem item(String key, String id) {
        return items(key).stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private DictionaryItem read(String key, JsonNode body, DictionaryItem now, boolean fresh) {
        Input input = Input.of(body, Body.class);
        if (!fresh && input.has("id")) input.refuse("id", "fieldNotWritable");
        var item = new DictionaryItem(
                fresh ? input.text("id", 40, now.id()) : now.id(),
                now.version(),
                input.optional("parent", 40, now.parent()),
                input.text("label", LONGEST_LABEL, now.label()),
                input.optional("labelEn", LONGEST_LABEL, now.labelEn()),
                input.word("color", Colors.ALL, now.color()),
                input.yesNo("disabled", now.disabled()),
                now.order());
        input.check();
        checkPlace(key, item);
        return item;
    }

    /** An item stands below one of the first level, in a dictionary of two levels, and has nothing below itself. */
    private void checkPlace(String key, DictionaryItem item) {
        var items = items(key);
        if (taken(items, item)) throw Refusal.of(409, "nameTaken", Map.of("name", item.label()));
        if (item.parent() == null) return;
        boolean below = standard.levels(key) == 2
                && items.stream().anyMatch(other -> other.id().equals(item.parent()) && other.parent() == null)
                && items.stream().noneMatch(other -> item.id().equals(other.parent()))
                && !item.parent().equals(item.id());
        if (!below) throw Refusal.field("parent", "unknownParent");
    }

    private static boolean taken(List<DictionaryItem> items, DictionaryItem item) {
        return items.stream()
                .filter(other -> !other.id().equals(item.id()))
                .filter(other -> same(other.parent(), item.parent()))
                .anyMatch(other -> other.label().equalsIgnoreCase(item.label()));
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equals(other);
    }

    /** Puts the items in this order; those that are not named follow in the order they had. */
    @Transactional
    public List<DictionaryItem> order(String key, JsonNode body) {
        Acting.current().require(RIGHT);
        var known = items(key).stream().map(DictionaryItem::id).toList();
        Input input = Input.of(body, Order.class);
        var asked =
                input.list("ids", MOST_ITEMS).stream().map(JsonNode::asString).toList();
        if (!known.containsAll(asked) || new HashSet<>(asked).size() < asked.size())
            input.refuse("ids", "unknownChoice");
        input.check();
        var ids = new LinkedHashSet<>(
                Stream.concat(asked.stream(), known.stream()).toList());
        if (!ids.isEmpty()) sql.order(key, List.copyOf(ids));
        choices.forgetItems();
        accessLog.add("settingChanged", "dictionary", null, Map.of("dictionary", key));
        return items(key);
    }

    /**
     * Deletes an item that no record holds and that has none below it; otherwise 409 {@code inUse}, disable it instead. 409
     * {@code itemKept} where the program itself needs it.
     */
    @Transactional
    public void delete(String key, String id) {
        Acting.current().require(RIGHT);
        DictionaryItem item = item(key, id);
        if (standard.kept(key, id)) throw Refusal.of(409, "itemKept");
        if (items(key).stream().anyMatch(other -> id.equals(other.parent()))) throw Refusal.of(409, "inUse");
        use.ofItem(key, item.id()).ifPresent(object -> {
            throw Refusal.of(409, "inUse").with("object", object);
        });
        sql.delete(key, id);
        changed("settingDeleted", key, item);
    }
}
