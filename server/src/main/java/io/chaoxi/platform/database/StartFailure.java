package io.chaoxi.platform.database;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The application cannot start or go on, for a reason its operator can mend. The message is one sentence that
 * says what to do, in Chinese or English by the language of the machine; it is shown without a stack trace.
 */
public class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartFailure(String chinese, String english) {
        this(chinese, english, null);
    }

    public StartFailure(String chinese, String english, @Nullable Throwable cause) {
        super("zh".equals(Locale.getDefault().getLanguage()) ? chinese : english, cause);
    }
}
