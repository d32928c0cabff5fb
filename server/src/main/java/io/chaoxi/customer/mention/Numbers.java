package io.chaoxi.customer.mention;

import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.Emails;
import io.chaoxi.platform.text.PhoneNumbers;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Telephone numbers and e-mail addresses of a text, as they are stored. Of each kind the first twenty are read. */
record Numbers(Set<String> phones, Set<String> emails) {
    private static final int MOST = 20;
    private static final Pattern PHONE = Pattern.compile("(?<![\\d*+])\\+?\\d[\\d \\-()（）]{5,18}\\d(?![\\d*])");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,5}");

    static Numbers of(String text) {
        var numbers = new Numbers(new LinkedHashSet<>(), new LinkedHashSet<>());
        PHONE.matcher(text).results().limit(MOST).forEach(found -> {
            if (PhoneNumbers.parse(found.group(), "CN")
                    instanceof Checked.Accepted<PhoneNumbers.Phone>(PhoneNumbers.Phone phone)) {
                numbers.phones.add(phone.stored());
            }
        });
        EMAIL.matcher(text).results().limit(MOST).forEach(found -> {
            if (Emails.normalise(found.group()) instanceof Checked.Accepted<String>(String email)) {
                numbers.emails.add(email);
            }
        });
        return numbers;
    }

    Numbers without(Collection<String> own) {
        phones.removeAll(own);
        emails.removeAll(own);
        return this;
    }
}
