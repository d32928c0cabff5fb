package io.chaoxi.conversation;

import io.chaoxi.platform.problem.FieldError;
import io.chaoxi.platform.problem.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The text of a comment: 1 to 5,000 characters, line breaks allowed, other control characters refused. */
record CommentText(String text) {
    static final int LONGEST = 5_000;
    static final int MOST_MENTIONED = 50;
    private static final Pattern MENTION = Pattern.compile(
            "@\\[([^\\]\\n]{1,100})\\]\\(person:([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\)");

    /** A comment as it is written. */
    record Body(String text) {}

    static CommentText of(JsonNode body) {
        if (!body.isObject()) throw Refusal.malformed("bodyNotAnObject", Map.of());
        for (String name : body.propertyNames()) {
            if (!"text".equals(name)) throw Refusal.field("text", "unknownField");
        }
        JsonNode node = body.path("text");
        if (!node.isString()) throw Refusal.field("text", node.isMissingNode() ? "notBlank" : "notAText");
        String text =
                node.stringValue().replace("\r\n", "\n").replace('\r', '\n').strip();
        if (text.isEmpty()) throw Refusal.field("text", "notBlank");
        if (text.length() > LONGEST) {
            throw Refusal.fields(List.of(new FieldError("text", "tooLong", Map.of("max", LONGEST))));
        }
        if (text.codePoints().anyMatch(CommentText::refused)) throw Refusal.field("text", "controlCharacter");
        return new CommentText(text);
    }

    private static boolean refused(int point) {
        if (point == '\n' || point == '\t') return false;
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }

    /** The text in which people have these names, whatever somebody wrote for them; who has none here is plain text. */
    String naming(Map<UUID, String> names) {
        return MENTION.matcher(text).replaceAll(found -> {
            String name = names.get(UUID.fromString(found.group(2)));
            if (name == null) return Matcher.quoteReplacement("@" + found.group(1));
            boolean fits = name.indexOf(']') < 0;
            return Matcher.quoteReplacement(fits ? "@[" + name + "](person:" + found.group(2) + ")" : found.group());
        });
    }

    /** The people it names, each once; more than fifty are refused when it is written. */
    List<UUID> mentioned() {
        var people = new LinkedHashSet<UUID>();
        MENTION.matcher(text).results().forEach(found -> people.add(UUID.fromString(found.group(2))));
        return List.copyOf(people);
    }
}
