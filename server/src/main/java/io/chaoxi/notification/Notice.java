package io.chaoxi.notification;

import org.jspecify.annotations.Nullable;

/**
 * A notification in the making.
 *
 * @param source what it tells of; one source is told to a person once, however often the event is delivered
 */
record Notice(
        String kind,
        String title,
        @Nullable String text,
        @Nullable String link,
        String source) {
    private static final int LONGEST = 300;

    Notice {
        title = shortened(title);
        if (text != null) text = shortened(text);
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST) return text;
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
