package io.chaoxi.platform;

import java.util.Locale;
import java.util.Map;

/** A text in the two languages of the product. */
public record Label(String zh, String en) {

    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }

    /** Fills {@code {name}} places with the arguments. */
    public String in(Locale locale, Map<String, ?> arguments) {
        String text = in(locale);
        for (var argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }
}
