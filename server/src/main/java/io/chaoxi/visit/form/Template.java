package io.chaoxi.visit.form;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked on a visit, in one version.
 *
 * @param manner of which visits it is asked unless another is chosen; null for all for whose manner there is none
 * @param disabled is not offered any more; what was answered stays
 */
public record Template(
        UUID id, long version, String name, @Nullable String manner, boolean disabled, List<Question> questions) {
    /** The one that the program brings; the firm may change it. */
    static final UUID STANDARD = new UUID(0, 1);

    Question question(String id) {
        return questions.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
