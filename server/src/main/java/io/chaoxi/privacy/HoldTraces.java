package io.chaoxi.privacy;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why a person is held; who is held is not erased, so his reasons go with his record only. */
@Component
@Order(9)
class HoldTraces implements Traces {
    private final HoldSql sql;

    HoldTraces(HoldSql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "holds";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return sql.of(person.object(), person.records()).stream()
                .map(hold -> Map.<String, @Nullable Object>of("at", hold.at().toString(), "reason", hold.reason()))
                .toList();
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        return null;
    }
}
