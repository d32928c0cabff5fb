package io.chaoxi.dictionary;

import io.chaoxi.identity.FirmFounded;
import io.chaoxi.platform.Label;
import io.chaoxi.platform.Labels;
import io.chaoxi.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The dictionaries of the program and the items that each new firm begins with, as labels/dictionary.yaml has them. */
@Component
class StandardDictionaries {
    private static final String TOPIC = "dictionary";

    private final Labels labels;
    private final DictionarySql sql;
    private final FirmChoices choices;

    StandardDictionaries(Labels labels, DictionarySql sql, FirmChoices choices) {
        this.labels = labels;
        this.sql = sql;
        this.choices = choices;
    }

    /** In the order of the file. */
    List<String> keys() {
        return labels.keys(TOPIC).stream().filter(key -> !key.contains(".")).toList();
    }

    /** 404 for a dictionary that does not exist. */
    void check(String key) {
        if (!keys().contains(key)) throw Refusal.notFound();
    }

    Label label(String key) {
        return labels.of(TOPIC, key);
    }

    int levels(String key) {
        String levels = labels.property(TOPIC, key, "levels");
        return levels == null ? 1 : Integer.parseInt(levels);
    }

    /** Whether a rule of the program speaks of the item, so that it may be called otherwise and not go. */
    boolean kept(String key, String item) {
        String name = key + "." + item;
        return labels.keys(TOPIC).contains(name) && labels.property(TOPIC, name, "kept") != null;
    }

    /** Fills the dictionaries of a new firm, in the transaction that founds it. Items that exist are left alone. */
    @EventListener
    void on(FirmFounded founded) {
        sql.add(keys().stream().collect(Collectors.toMap(key -> key, this::items)));
        choices.forgetItems();
    }

    private List<DictionaryItem> items(String dictionary) {
        var items = new ArrayList<DictionaryItem>();
        for (String key : labels.keys(TOPIC)) {
            if (!key.startsWith(dictionary + ".")) continue;
            Label label = labels.of(TOPIC, key);
            String color = labels.property(TOPIC, key, "color");
            items.add(new DictionaryItem(
                    key.substring(dictionary.length() + 1),
                    1,
                    labels.property(TOPIC, key, "parent"),
                    label.zh(),
                    label.en(),
                    color == null ? Colors.PLAIN : color,
                    false,
                    items.size()));
        }
        return items;
    }
}
