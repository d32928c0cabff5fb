package io.chaoxi.identity.firm;

import io.chaoxi.identity.signin.Logins;
import io.chaoxi.identity.signin.Passwords;
import io.chaoxi.platform.problem.Input;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told to found a firm: its name, and name, login and password of its first administrator. */
public record NewFirm(String firm, String name, String login, String password, ZoneId timeZone, String locale) {
    static final List<String> LOCALES = List.of("zh", "en");
    private static final String HOME = "Asia/Shanghai";

    /** A firm as it is asked for. */
    record Body(
            @Nullable String firm,
            @Nullable String name,
            @Nullable String login,
            @Nullable String password,
            @Nullable String timeZone,
            @Nullable String locale) {}

    static NewFirm read(Input input) {
        String firm = input.text("firm", 100, "");
        String name = input.text("name", 100, "");
        String login = input.text("login", 100, "");
        String password = input.text("password", 200, "");
        if (!login.isEmpty()) input.heed(() -> Logins.check(login));
        if (!password.isEmpty()) input.heed(() -> Passwords.check("password", password, Logins.normal(login)));
        String locale = input.word("locale", LOCALES, "zh");
        String zone = input.text("timeZone", 60, HOME);
        boolean known = ZoneId.getAvailableZoneIds().contains(zone);
        if (!known) input.refuse("timeZone", "unknownTimeZone");
        return new NewFirm(firm, name, login, password, ZoneId.of(known ? zone : HOME), locale);
    }
}
