package io.chaoxi.platform.rights;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From which address the acting person acts: that of the request at hand, or of the one that ordered the job. */
public final class Whence {
    private static final ScopedValue<String> ORDERED = ScopedValue.newInstance();

    private Whence() {}

    /** Null where neither is known, as for what the program does by itself. */
    public static @Nullable String address() {
        if (ORDERED.isBound()) return ORDERED.get();
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    /** Work of a job that was ordered from there. */
    public static <T extends @Nullable Object> T from(@Nullable String address, Supplier<T> work) {
        if (address == null) return work.get();
        return ScopedValue.where(ORDERED, address).call(work::get);
    }
}
