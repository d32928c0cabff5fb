package io.chaoxi.publicapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the document begins. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    /** The server is where the document came from: the library would repeat whatever the Host header claims. */
    @Bean
    OpenAPI api() {
        return new OpenAPI().info(new Info().title("潮汐 CRM").version("v1")).servers(List.of(new Server().url("/")));
    }
}
