package io.chaoxi.platform.file;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names of uploaded files as people will see them. They never become paths on our disk, but they do on the disk of who
 * downloads: no folders, control characters, direction overrides (gnp.exe shown as exe.png), reserved names.
 */
public final class FileNames {
    private static final int LONGEST = 255;
    private static final int LONGEST_EXTENSION = 20;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    /** How browsers write a quote within the name of a file in a form. */
    private static final String QUOTE_OF_FORMS = "%22";

    private static final String REFUSED_BY_WINDOWS = "<>:\"|?*";
    private static final Pattern RESERVED =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** The last part of the name without what harms, at most 255 characters with its extension kept. */
    public static String clean(@Nullable String raw) {
        String last = raw == null ? "" : raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        last = last.replace(QUOTE_OF_FORMS, "\"");
        var kept = new StringBuilder();
        last.codePoints().filter(FileNames::harmless).forEach(point -> kept.appendCodePoint(allowed(point)));
        String name = kept.toString().strip().replaceAll("[.\\s]+$", "");
        if (name.isBlank()) return "file";
        return shortened(RESERVED.matcher(name).matches() ? "_" + name : name);
    }

    /** The extension in lower case without its dot; empty when there is none. */
    public static String extension(String name) {
        int dot = name.lastIndexOf('.');
        boolean is = dot > 0 && name.length() - dot - 1 <= LONGEST_EXTENSION;
        return is ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean harmless(int point) {
        int kind = Character.getType(point);
        boolean hidden = kind == Character.CONTROL
                || kind == Character.FORMAT && point != ZERO_WIDTH_JOINER
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR;
        return !hidden && kind != Character.SURROGATE && kind != Character.UNASSIGNED;
    }

    private static int allowed(int point) {
        return REFUSED_BY_WINDOWS.indexOf(point) >= 0 ? '_' : point;
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) return name;
        String extension = extension(name);
        String tail = extension.isEmpty() ? "" : name.substring(name.length() - extension.length() - 1);
        int end = LONGEST - tail.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + tail;
    }
}
