package io.chaoxi.webform;

import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Actor;
import io.chaoxi.webform.AskedFields.Question;
import io.chaoxi.webform.WebForm.Draft;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A form that strangers can fill in now.
 *
 * @param actor the program, at work for the form's firm
 * @param firm its name
 * @param secret signs the pages that go out
 */
record OpenForm(Actor actor, String firm, String secret, WebForm form, List<Question> questions) {
    Draft draft() {
        return form.draft();
    }

    Locale locale() {
        return actor.locale();
    }

    <T> T as(Supplier<T> work) {
        return Acting.as(actor, work);
    }

    boolean admits(String origin) {
        return draft().origins().contains(origin);
    }
}
