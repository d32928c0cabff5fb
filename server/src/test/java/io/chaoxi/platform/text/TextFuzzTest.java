package io.chaoxi.platform.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.chaoxi.platform.text.PhoneNumbers.Phone;

class TextFuzzTest {

    /** What is accepted as a phone number stays the same when it is read again, and its mask hides four digits. */
    @FuzzTest(maxDuration = "60s")
    void phoneNumbersAreStable(FuzzedDataProvider data) {
        String raw = data.consumeRemainingAsString();
        Phone phone = PhoneNumbers.parse(raw, "CN").valueOrNull();
        PhoneNumbers.mask(raw);
        if (phone == null) {
            return;
        }
        Phone again = PhoneNumbers.parse(phone.stored(), "CN").valueOrNull();
        String shown = PhoneNumbers.mask(phone.stored()).replaceAll("\\D", "");
        if (again == null
                || !again.stored().equals(phone.stored())
                || !PhoneNumbers.mask(phone.stored()).contains("****")
                || shown.length() > phone.e164().length()) {
            throw new AssertionError(raw + " became " + phone + " became " + again);
        }
    }

    /** Keys, tokens and checks answer for any text, and a name is found by what it begins with. */
    @FuzzTest(maxDuration = "60s")
    void keysAnswerForAnyText(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        Pinyin.nameSortKey(text);
        CompanyNames.normalise(text);
        CompanyNames.shortName(text);
        CreditCodes.check(text);
        Emails.normalise(text);
        Websites.normalise(text);
        Masks.personName(text);
        Masks.generic(text);
        SearchTokens.forEmail(text);
        SearchTokens.matches(text, SearchTokens.forQuery(text));
        SearchTokens.forName(text);
    }
}
