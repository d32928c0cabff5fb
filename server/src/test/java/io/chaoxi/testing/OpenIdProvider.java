package io.chaoxi.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A real OpenID Connect provider (Spring Authorization Server) on a port of its own, with its own sign-in form. Everybody has
 * the password {@link #PASSWORD} there; what it says of somebody is put in by the test.
 */
public final class OpenIdProvider {
    public static final String PASSWORD = "secret of the provider";
    public static final String CLIENT = "crm";
    public static final String CLIENT_SECRET = "secret of the client";
    public static final String BASE = "https://crm.example";

    private static final OpenIdProvider INSTANCE = new OpenIdProvider();

    private final int port;
    private final WebServer server;
    private final Map<String, Consumer<JwtClaimsSet.Builder>> claims = new ConcurrentHashMap<>();
    private final RSAKey own = key();
    private volatile RSAKey key = own;

    private OpenIdProvider() {
        port = Ports.free();
        var application = new AnnotationConfigWebApplicationContext() {
            @Override
            protected void customizeBeanFactory(DefaultListableBeanFactory beans) {
                super.customizeBeanFactory(beans);
                beans.registerSingleton("provider", OpenIdProvider.this);
            }
        };
        application.register(Parts.class);
        server = new TomcatServletWebServerFactory(port).getWebServer(servlets -> {
            application.setServletContext(servlets);
            application.refresh();
            servlets.addServlet("dispatcher", new DispatcherServlet(application))
                    .addMapping("/");
            servlets.addFilter(
                            "springSecurityFilterChain",
                            new DelegatingFilterProxy("springSecurityFilterChain", application))
                    .addMappingForUrlPatterns(null, false, "/*");
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "test-provider-stop"));
    }

    public static OpenIdProvider running() {
        return INSTANCE;
    }

    public String issuer() {
        return "http://localhost:" + port;
    }

    /** What the ID token of this person says, beside what the provider always says or instead of it. */
    public void says(String user, Consumer<JwtClaimsSet.Builder> words) {
        claims.put(user, words);
    }

    /** Signs with a key that it never published, under the name of the one that it did. */
    public void signWithAnotherKey(boolean another) {
        key = another ? key() : own;
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Not a {@code @Configuration}: the scan of our own application would find it. */
    @EnableWebSecurity
    static class Parts {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .oauth2ResourceServer(resources -> resources.jwt(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CLIENT)
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + CLIENT_SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(BASE + "/sign-in/answer")
                    .scopes(scopes -> scopes.addAll(java.util.List.of("openid", "email", "profile")))
                    .clientSettings(
                            ClientSettings.builder().requireProofKey(true).build())
                    .build());
        }

        @Bean
        UserDetailsService users() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles("user")
                    .build();
        }

        @Bean
        JWKSource<SecurityContext> keys(OpenIdProvider provider) {
            return (JWKSelector selector, SecurityContext context) -> selector.select(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings(OpenIdProvider provider) {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> words(OpenIdProvider provider) {
            return context -> {
                if (!OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) return;
                String user = context.getPrincipal().getName();
                provider.claims.getOrDefault(user, claims -> {}).accept(context.getClaims());
            };
        }
    }
}
