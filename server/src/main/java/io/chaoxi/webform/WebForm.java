package io.chaoxi.webform;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form as the firm has it.
 *
 * @param key by which strangers find it; blank when it was deleted
 * @param consentVersion of the text that is asked today; 0 before there was one
 */
record WebForm(UUID id, long version, String key, int consentVersion, Draft draft) {

    /** A field of leads that the form asks for. */
    record Asked(String name, boolean required) {}

    /**
     * What the firm writes of it.
     *
     * @param consent what must be agreed to; null: nothing is asked
     * @param owners whose the leads become, in turn; empty: nobody's
     * @param told beside the owner
     * @param origins sites that may show it in a frame and read it by script, such as {@code https://www.example.com}
     */
    record Draft(
            String name,
            boolean active,
            String title,
            @Nullable String intro,
            String thanks,
            List<Asked> fields,
            @Nullable String consent,
            @Nullable String source,
            @Nullable String campaign,
            List<UUID> owners,
            List<UUID> told,
            List<String> origins,
            int mostADay) {}
}
