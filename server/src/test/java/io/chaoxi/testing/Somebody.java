package io.chaoxi.testing;

import io.chaoxi.platform.rights.Actor;
import io.chaoxi.platform.rights.DataScope;
import io.chaoxi.platform.rights.FieldRight;
import io.chaoxi.platform.rights.Shares;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who acts, for rules that are asked without a database: nothing is allowed but what is named. */
public final class Somebody {
    public static final UUID ID = new UUID(7, 7);

    private final Set<String> permissions = new HashSet<>();
    private final Map<String, DataScope> scopes = new HashMap<>();
    private final Map<String, Map<String, FieldRight>> fields = new HashMap<>();
    private List<UUID> departments = List.of();
    private Shares shares = Shares.NONE;
    private boolean everything;

    private Somebody() {}

    public static Somebody who(String... may) {
        Somebody somebody = new Somebody();
        somebody.permissions.addAll(List.of(may));
        return somebody;
    }

    public static Actor whoMayEverything() {
        Somebody somebody = new Somebody();
        somebody.everything = true;
        return somebody.actor();
    }

    public Somebody reaches(String object, DataScope scope) {
        scopes.put(object, scope);
        return this;
    }

    public Somebody field(String object, String field, FieldRight right) {
        fields.computeIfAbsent(object, any -> new HashMap<>()).put(field, right);
        return this;
    }

    /** His own department first, then those below it. */
    public Somebody in(UUID... own) {
        departments = List.of(own);
        return this;
    }

    public Somebody sharedWith(Shares with) {
        shares = with;
        return this;
    }

    public Actor actor() {
        return new Actor(
                1,
                ID,
                "曾小贤",
                departments.isEmpty() ? null : departments.getFirst(),
                new ArrayList<>(departments),
                permissions,
                scopes,
                fields,
                shares,
                Locale.CHINESE,
                ZoneOffset.UTC,
                "CNY",
                everything,
                null);
    }
}
