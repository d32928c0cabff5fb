package io.chaoxi.bench;

import java.util.Collection;

/** One line in PostgreSQL's COPY text form. */
final class CopyRow {
    private final StringBuilder line = new StringBuilder();

    CopyRow add(Object value) {
        if (!line.isEmpty()) line.append('\t');
        if (value == null) {
            line.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    CopyRow array(Collection<?> items) {
        var text = new StringBuilder("{");
        for (Object item : items) {
            if (text.length() > 1) text.append(',');
            text.append('"').append(item.toString().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        return add(text.append('}'));
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }

    String end() {
        return line.append('\n').toString();
    }
}
