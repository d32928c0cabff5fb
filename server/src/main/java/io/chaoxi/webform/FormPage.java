package io.chaoxi.webform;

import io.chaoxi.platform.Labels;
import io.chaoxi.platform.record.Field;
import io.chaoxi.platform.record.FieldType;
import io.chaoxi.webform.AskedFields.Question;
import io.chaoxi.webform.WebForm.Draft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that strangers see, whole and without a script. Every text in it, whoever wrote it, passes {@link #text}; there
 * is no other way into it.
 */
@Component
class FormPage {
    private static final int LONGEST_LINE = 1_000;
    private static final Map<String, String> FILLED_BY_BROWSERS = Map.of(
            "name", "organization",
            "contactName", "name",
            "jobTitle", "organization-title",
            "phone", "tel",
            "telephone", "tel",
            "email", "email",
            "address", "street-address",
            "website", "url");

    private final Labels labels;
    private final AskedFields fields;

    FormPage(Labels labels, AskedFields fields) {
        this.labels = labels;
        this.fields = fields;
    }

    /** Whose form it is, and in which language it speaks. */
    record Face(String firm, Locale locale, Draft draft) {}

    /**
     * How far it was filled in.
     *
     * @param faults by field, in words
     * @param notice what is wrong with the whole; null when nothing is
     */
    record Filled(
            String token,
            Map<String, List<String>> values,
            Map<String, String> faults,
            @Nullable String notice) {
        static final Filled EMPTY = new Filled("", Map.of(), Map.of(), null);

        private String first(String name) {
            var given = values.getOrDefault(name, List.of());
            return given.isEmpty() ? "" : given.getFirst();
        }
    }

    String form(Face face, List<Question> questions, Filled filled) {
        var page = new StringBuilder();
        if (face.draft().intro() != null)
            page.append("<p class=\"lines\">")
                    .append(text(face.draft().intro()))
                    .append("</p>");
        if (filled.notice() != null) {
            page.append("<p class=\"notice\" role=\"alert\">")
                    .append(text(filled.notice()))
                    .append("</p>");
        }
        page.append("<form method=\"post\" accept-charset=\"utf-8\">");
        hidden(page, filled);
        for (int i = 0; i < questions.size(); i++) question(page, face, "f" + i, questions.get(i), filled);
        consent(page, face, filled);
        page.append("<p><button type=\"submit\">")
                .append(word("send", face.locale()))
                .append("</button></p></form>");
        return document(face, page.toString());
    }

    String thanks(Face face) {
        return document(
                face, "<p class=\"lines\" role=\"status\">" + text(face.draft().thanks()) + "</p>");
    }

    /** A page of one sentence, about no form. */
    static String sentence(Locale locale, String sentence) {
        return html(locale, sentence, "<h1>" + text(sentence) + "</h1>");
    }

    private static String document(Face face, String content) {
        String title = text(face.draft().title());
        return html(
                face.locale(),
                face.draft().title(),
                "<h1>" + title + "</h1>" + content + "<footer>" + text(face.firm()) + "</footer>");
    }

    private static String html(Locale locale, String title, String content) {
        String language = locale.getLanguage().equals("en") ? "en" : "zh-CN";
        return "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"robots\" content=\"noindex\"><title>" + text(title) + "</title><style>"
                + FormStyle.CSS + "</style></head><body><main>" + content + "</main></body></html>";
    }

    /** The trap is out of sight and out of the way of the keyboard; programs fill in what they find. */
    private static void hidden(StringBuilder page, Filled filled) {
        page.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(Sent.TOKEN, text(filled.token())));
        page.append(
                "<div class=\"apart\" aria-hidden=\"true\"><input name=\"%s\" tabindex=\"-1\" autocomplete=\"off\"></div>"
                        .formatted(Sent.TRAP));
    }

    private void question(StringBuilder page, Face face, String id, Question question, Filled filled) {
        Field field = question.field();
        String label = text(field.label().in(face.locale())) + (question.required() ? " " + star(face) : "");
        String fault = filled.faults().get(field.name());
        String about = fault == null ? "" : " aria-invalid=\"true\" aria-describedby=\"e-%s\"".formatted(id);
        if (field.type() == FieldType.CHOICES || field.type() == FieldType.YES_NO) {
            page.append("<fieldset")
                    .append(about)
                    .append("><legend>")
                    .append(label)
                    .append("</legend>");
            boxes(page, face, field, filled);
            fault(page, id, fault);
            page.append("</fieldset>");
            return;
        }
        page.append("<div class=\"field\"><label for=\"%s\">%s</label>".formatted(id, label));
        String attributes = " id=\"%s\" name=\"%s\"%s%s"
                .formatted(id, text(field.name()), question.required() ? " required" : "", about);
        input(page, face, field, attributes, filled.first(field.name()));
        fault(page, id, fault);
        page.append("</div>");
    }

    private String star(Face face) {
        return "<b>" + word("required", face.locale()) + "</b>";
    }

    private static void fault(StringBuilder page, String id, @Nullable String fault) {
        if (fault != null) page.append("<p class=\"fault\" id=\"e-%s\">%s</p>".formatted(id, text(fault)));
    }

    private void input(StringBuilder page, Face face, Field field, String attributes, String value) {
        if (field.type() == FieldType.CHOICE) {
            select(page, face, field, attributes, value);
            return;
        }
        Integer longest = field.maxLength();
        String all = attributes + " maxlength=\"" + (longest == null ? LONGEST_LINE : longest) + '"';
        if (field.type() == FieldType.LONG_TEXT) {
            page.append("<textarea rows=\"4\"%s>\n%s</textarea>".formatted(all, text(value)));
        } else {
            page.append("<input type=\"%s\"%s%s value=\"%s\">"
                    .formatted(kind(field), all, hints(face, field), text(value)));
        }
    }

    private static String kind(Field field) {
        return switch (field.type()) {
            case PHONE -> "tel";
            case EMAIL -> "email";
            case DATE -> "date";
            default -> "text";
        };
    }

    private String hints(Face face, Field field) {
        String hint =
                field.type() == FieldType.REGION ? " placeholder=\"" + word("regionHint", face.locale()) + '"' : "";
        String known = FILLED_BY_BROWSERS.get(field.name());
        return known == null ? hint : hint + " autocomplete=\"" + known + '"';
    }

    private void select(StringBuilder page, Face face, Field field, String attributes, String value) {
        page.append("<select").append(attributes).append("><option value=\"\"></option>");
        for (var option : fields.options(field)) {
            String chosen = option.id().equals(value) ? " selected" : "";
            String label = text(option.label().in(face.locale()));
            page.append("<option value=\"%s\"%s>%s</option>".formatted(text(option.id()), chosen, label));
        }
        page.append("</select>");
    }

    private void boxes(StringBuilder page, Face face, Field field, Filled filled) {
        var given = filled.values().getOrDefault(field.name(), List.of());
        if (field.type() == FieldType.YES_NO) {
            box(page, field.name(), "true", word("yes", face.locale()), !given.isEmpty());
            return;
        }
        for (var option : fields.options(field)) {
            String label = text(option.label().in(face.locale()));
            box(page, field.name(), option.id(), label, given.contains(option.id()));
        }
    }

    private static void box(StringBuilder page, String name, String value, String label, boolean ticked) {
        page.append("<label class=\"box\"><input type=\"checkbox\" name=\"%s\" value=\"%s\"%s> <span>%s</span></label>"
                .formatted(text(name), text(value), ticked ? " checked" : "", label));
    }

    private static void consent(StringBuilder page, Face face, Filled filled) {
        String consent = face.draft().consent();
        if (consent == null) return;
        String fault = filled.faults().get(Sent.AGREED);
        String about = fault == null ? "" : " aria-invalid=\"true\" aria-describedby=\"e-agreed\"";
        page.append(
                "<div class=\"field\"><label class=\"box\"><input type=\"checkbox\" name=\"%s\" value=\"true\" required%s> <span class=\"lines\">%s</span></label>"
                        .formatted(Sent.AGREED, about, text(consent)));
        fault(page, "agreed", fault);
        page.append("</div>");
    }

    private String word(String key, Locale locale) {
        return text(labels.of("webForm", key).in(locale));
    }

    /** Safe between tags and in quoted attributes. */
    private static String text(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
