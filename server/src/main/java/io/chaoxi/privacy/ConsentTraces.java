package io.chaoxi.privacy;

import io.chaoxi.platform.trace.Traced;
import io.chaoxi.platform.trace.Traces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a person agreed to; it goes with his record. */
@Component
@Order(0)
class ConsentTraces implements Traces {
    private final ConsentSql sql;

    ConsentTraces(ConsentSql sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return "consents";
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Traced person) {
        return sql.of(person.object(), person.records()).stream()
                .map(ConsentTraces::told)
                .toList();
    }

    private static Map<String, @Nullable Object> told(Consent consent) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("name", consent.text().name());
        told.put("channel", consent.text().channel());
        told.put("version", consent.text().version());
        told.put("text", consent.text().text());
        told.put("givenAt", consent.givenAt().toString());
        told.put("proof", consent.proof());
        told.put(
                "withdrawnAt",
                consent.withdrawnAt() == null ? null : consent.withdrawnAt().toString());
        return told;
    }

    @Override
    public @Nullable UUID erase(Traced person, @Nullable UUID after) {
        return null;
    }
}
