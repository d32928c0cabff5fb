package io.chaoxi.platform.sheet;

import io.chaoxi.platform.sheet.SheetRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shared texts of a workbook, and the text of one item: its runs joined, phonetic guides left out. */
final class XlsxTexts {
    private static final int LONGEST = 1_100_000;
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    /** What becomes an escape when the next character brings its own underscore. */
    private static final Pattern LIKE_ESCAPED = Pattern.compile("_x[0-9A-Fa-f]{4}");

    private XlsxTexts() {}

    static List<String> read(XlsxArchive archive, String part) throws IOException {
        InputStream in = archive.part(part);
        List<String> texts = new ArrayList<>();
        if (in == null) {
            return texts;
        }
        try (XlsxXml xml = new XlsxXml(in)) {
            long characters = 0;
            while (xml.next()) {
                if (xml.starts("sst")
                        && XlsxRows.number(xml.attribute("uniqueCount", "0"), 0) > SheetLimits.SHARED_TEXTS) {
                    throw new SheetRefused(Reason.TOO_MANY_TEXTS);
                }
                if (xml.starts("si")) {
                    String text = item(xml, "si");
                    texts.add(text);
                    characters += text.length();
                }
                if (texts.size() > SheetLimits.SHARED_TEXTS || characters > SheetLimits.SHARED_CHARACTERS) {
                    throw new SheetRefused(Reason.TOO_MANY_TEXTS);
                }
            }
        }
        return texts;
    }

    /** The text up to the end of the element (si or is) that just started. */
    static String item(XlsxXml xml, String element) {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.next() && !xml.ends(element)) {
            if (xml.starts("rPh") || xml.ends("rPh")) {
                phonetic = xml.starts("rPh");
            } else if (xml.starts("t") && !phonetic) {
                xml.text(text, LONGEST);
            }
        }
        return unescape(text.toString());
    }

    /** Characters that XML cannot hold are written _x0001_; an underscore before such a form is _x005F_. */
    static String unescape(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean control = character < 0x20 && character != '\t' && character != '\n' || character > 0xFFFD;
            boolean lone = Character.isSurrogate(character) && !paired(text, i);
            if (control
                    || lone
                    || character == '_'
                            && LIKE_ESCAPED
                                    .matcher(text)
                                    .region(i, text.length())
                                    .lookingAt()) {
                escaped.append(String.format("_x%04X_", (int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    private static boolean paired(String text, int at) {
        char character = text.charAt(at);
        return Character.isHighSurrogate(character)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
