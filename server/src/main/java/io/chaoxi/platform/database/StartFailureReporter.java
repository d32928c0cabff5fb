package io.chaoxi.platform.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Shows one sentence instead of a stack trace when the reason is known; registered in spring.factories. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailureReporter implements SpringBootExceptionReporter {

    public StartFailureReporter(ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var known = known(failure);
        known.ifPresent(
                reason -> LoggerFactory.getLogger(StartFailureReporter.class).error(reason.getMessage()));
        return known.isPresent();
    }

    private static Optional<StartFailure> known(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case StartFailure known -> Optional.of(known);
            case PortInUseException taken -> Optional.of(new PortTaken("localhost", taken.getPort(), taken));
            default -> known(failure.getCause());
        };
    }
}
