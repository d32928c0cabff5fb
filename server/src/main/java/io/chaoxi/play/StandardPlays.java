package io.chaoxi.play;

import io.chaoxi.platform.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The plays that hold until the firm writes its own, as labels/play.yaml has them. */
@Component
class StandardPlays {
    private static final String TOPIC = "play";

    private final Labels labels;

    StandardPlays(Labels labels) {
        this.labels = labels;
    }

    List<Play> of(String object, Locale locale) {
        return labels.keys(TOPIC).stream()
                .filter(key -> key.startsWith(object + ".") && !key.endsWith(".text"))
                .map(key -> new Play(
                        where(labels.property(TOPIC, key, "where")),
                        labels.of(TOPIC, key).in(locale),
                        labels.of(TOPIC, key + ".text").in(locale).strip()))
                .toList();
    }

    private static Map<String, String> where(@org.jspecify.annotations.Nullable String condition) {
        var where = new TreeMap<String, String>();
        for (String part : String.valueOf(condition).split(";")) {
            String[] sides = part.split("==");
            where.put(sides[0], sides[1]);
        }
        return where;
    }
}
