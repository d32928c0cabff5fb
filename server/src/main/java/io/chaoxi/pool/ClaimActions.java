package io.chaoxi.pool;

import io.chaoxi.platform.record.BulkAction;
import io.chaoxi.platform.record.Catalogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claiming, giving back and keeping from returning as acts on many records. */
@Configuration(proxyBeanMethods = false)
class ClaimActions {
    @Bean
    BulkAction claimMany(Claims claims) {
        return new Act("claim") {
            @Override
            public void apply(Catalogue catalogue, UUID record, JsonNode arguments, @Nullable UUID job) {
                claims.claim(catalogue, record, job);
            }
        };
    }

    @Bean
    BulkAction releaseMany(Claims claims) {
        return new Act("release") {
            @Override
            public void check(Catalogue catalogue, JsonNode arguments) {
                reason(arguments);
            }

            @Override
            public void apply(Catalogue catalogue, UUID record, JsonNode arguments, @Nullable UUID job) {
                claims.release(catalogue, record, reason(arguments), job);
            }
        };
    }

    @Bean
    BulkAction lockMany(Locks locks) {
        return new Lock(locks, true);
    }

    @Bean
    BulkAction unlockMany(Locks locks) {
        return new Lock(locks, false);
    }

    /** Needs the right to lock. */
    private record Lock(Locks locks, boolean locked) implements BulkAction {
        @Override
        public String name() {
            return locked ? "lock" : "unlock";
        }

        @Override
        public String right() {
            return "lock";
        }

        @Override
        public void check(Catalogue catalogue, JsonNode arguments) {
            reason(arguments);
        }

        @Override
        public void apply(Catalogue catalogue, UUID record, JsonNode arguments, @Nullable UUID job) {
            locks.put(catalogue, record, locked, reason(arguments), job);
        }
    }

    private static String reason(JsonNode arguments) {
        var given = JsonMapper.shared().createObjectNode();
        if (arguments.has("reason")) given.set("reason", arguments.path("reason"));
        return ClaimController.reason(given);
    }

    /** Both need the right to claim. */
    private abstract static class Act implements BulkAction {
        private final String name;

        Act(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String right() {
            return "claim";
        }
    }
}
