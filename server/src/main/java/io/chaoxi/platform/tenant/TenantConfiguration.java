package io.chaoxi.platform.tenant;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts both walls where every statement passes: jOOQ's listeners and the transaction manager. */
@Configuration(proxyBeanMethods = false)
class TenantConfiguration {

    @Bean
    TenantTransactions transactionManager(DataSource dataSource) {
        return new TenantTransactions(dataSource);
    }

    @Bean
    DefaultConfigurationCustomizer tenantWall() {
        var wall = new TenantWall();
        return configuration -> {
            configuration.setVisitListener(wall);
            var listeners = new ArrayList<>(List.of(configuration.executeListenerProviders()));
            listeners.add(new DefaultExecuteListenerProvider(wall));
            configuration.set(listeners.toArray(ExecuteListenerProvider[]::new));
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
