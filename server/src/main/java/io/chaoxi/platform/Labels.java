package io.chaoxi.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The label files: {@code labels/<topic>.yaml} holds {@code key: {zh: …, en: …}} for the fields of an object or the
 * sentences of a problem. A key that is asked for and missing is a fault of the program and fails.
 */
@Component
public class Labels {
    private static final TypeReference<Map<String, Map<String, String>>> FILE = new TypeReference<>() {};

    private final Map<String, Map<String, Map<String, String>>> topics = new HashMap<>();

    public Labels() {
        try {
            var mapper = new YAMLMapper();
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:labels/*.yaml")) {
                String topic = String.valueOf(resource.getFilename()).replace(".yaml", "");
                try (InputStream in = resource.getInputStream()) {
                    topics.put(topic, mapper.readValue(in, FILE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Label of(String topic, String key) {
        return find(topic, key)
                .orElseThrow(() -> new IllegalStateException("labels/%s.yaml has no %s".formatted(topic, key)));
    }

    public Optional<Label> find(String topic, String key) {
        var entry = entry(topic, key);
        return entry.containsKey("zh")
                ? Optional.of(new Label(text(entry, "zh"), text(entry, "en")))
                : Optional.empty();
    }

    /** A further property of an entry, such as {@code group} or {@code helpZh}. */
    public @Nullable String property(String topic, String key, String property) {
        return entry(topic, key).get(property);
    }

    public Set<String> keys(String topic) {
        return topics.getOrDefault(topic, Map.of()).keySet();
    }

    private Map<String, String> entry(String topic, String key) {
        return topics.getOrDefault(topic, Map.of()).getOrDefault(key, Map.of());
    }

    private static String text(Map<String, String> entry, String language) {
        String text = entry.get(language);
        if (text == null)
            throw new IllegalStateException("A label lacks its text in '%s': %s".formatted(language, entry));
        return text;
    }
}
