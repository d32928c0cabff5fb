package io.chaoxi.visit.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action module of a template.
 *
 * @param id stays the same from version to version, so that answers to it are counted together
 * @param options of choices; empty for others
 * @param unit of numbers and counts, such as 台
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Question(
        String id,
        Kind kind,
        String text,
        boolean required,
        List<Option> options,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max) {

    /** What one chooses; its id stays when it is called otherwise. */
    public record Option(String id, String label) {}

    /** How a question is answered, and by that how its answers are kept and counted. */
    public enum Kind {
        TEXT("text"),
        CHOICE("choice"),
        CHOICES("choices"),
        NUMBER("number"),
        PHOTO("photo"),
        STOCK("stock"),
        SIGNATURE("signature");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @JsonValue
        public String key() {
            return key;
        }

        static Kind of(String key) {
            for (Kind kind : values()) {
                if (kind.key.equals(key)) return kind;
            }
            throw new IllegalArgumentException(key);
        }

        static List<String> keys() {
            return java.util.Arrays.stream(values()).map(Kind::key).toList();
        }

        boolean chooses() {
            return this == CHOICE || this == CHOICES;
        }

        boolean counts() {
            return this == NUMBER || this == STOCK;
        }

        boolean holdsFile() {
            return this == PHOTO || this == SIGNATURE;
        }
    }

    /** An option as it is called now; its id where it is there no more. */
    String label(String option) {
        return options.stream()
                .filter(one -> one.id().equals(option))
                .map(Option::label)
                .findFirst()
                .orElse(option);
    }
}
