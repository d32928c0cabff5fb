package io.chaoxi.platform.backup;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the operator how far the work is: one line that changes on a terminal, and otherwise only what remains to be said. */
public final class Progress {

    private final PrintStream out;
    /** Whether lines can change, as ./crm says. */
    private final boolean terminal = Boolean.getBoolean("chaoxi.terminal");

    private int shown;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** What is being done now; gone with the next call. */
    void now(String chinese, String english) {
        if (!terminal) return;
        String text = chosen(chinese, english);
        out.print("\r" + " ".repeat(shown) + "\r" + text);
        out.flush();
        // A Chinese character is two columns wide.
        shown = text.length() * 2;
    }

    /** What stays on the screen. */
    public void say(String chinese, String english) {
        now("", "");
        out.println(chosen(chinese, english));
    }

    private static String chosen(String chinese, String english) {
        return "zh".equals(Locale.getDefault().getLanguage()) ? chinese : english;
    }
}
