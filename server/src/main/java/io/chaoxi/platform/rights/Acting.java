package io.chaoxi.platform.rights;

import io.chaoxi.platform.problem.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one place that knows who acts on this thread. Set by the request filter and by job runs, and always taken back. */
public final class Acting {
    private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

    private Acting() {}

    /** The acting person; 401 when nobody is signed in. */
    public static Actor current() {
        Actor actor = CURRENT.get();
        if (actor == null) throw Refusal.of(401, "signInNeeded");
        return actor;
    }

    public static @Nullable Actor orNobody() {
        return CURRENT.get();
    }

    public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) CURRENT.remove();
            else CURRENT.set(before);
        }
    }

    public static void as(Actor actor, Runnable work) {
        Acting.<@Nullable Object>as(actor, () -> {
            work.run();
            return null;
        });
    }
}
