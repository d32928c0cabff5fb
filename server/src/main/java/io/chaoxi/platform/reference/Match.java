package io.chaoxi.platform.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What free text means in a code list: one code, several, or none. */
public sealed interface Match {
    /** Exactly one entry is meant. */
    record Found(String code) implements Match {}

    /** Refused: the text fits these codes, or no more than the part that the candidates name. */
    record Ambiguous(List<String> candidates) implements Match {}

    /** Refused: nothing in the list resembles the text. */
    record Unknown() implements Match {}

    default @Nullable String codeOrNull() {
        return this instanceof Found(String code) ? code : null;
    }

    static Match of(List<String> codes) {
        return switch (codes.size()) {
            case 0 -> new Unknown();
            case 1 -> new Found(codes.getFirst());
            default -> new Ambiguous(List.copyOf(codes));
        };
    }
}
