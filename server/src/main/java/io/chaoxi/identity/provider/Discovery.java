package io.chaoxi.identity.provider;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.chaoxi.platform.CrmSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** What the provider publishes of itself, read when it is first needed and again after an hour. */
@Component
class Discovery {
    private static final List<String> SCOPES = List.of("openid", "email", "profile");
    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    private final ProviderSettings settings;
    private final String redirect;
    private final RestClient http;
    private final LoadingCache<String, Published> kept =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build(this::read);

    Discovery(ProviderSettings settings, CrmSettings crm, ProviderHttp http) {
        this.settings = settings;
        this.redirect = crm.baseUrl() + "/sign-in/answer";
        this.http = http.client();
    }

    /** The provider as a client of it needs it, and the algorithms that it signs with. */
    record Published(ClientRegistration registration, List<String> algorithms) {}

    Published published() {
        return kept.get(settings.issuer());
    }

    private Published read(String issuer) {
        var metadata = http.get()
                .uri(issuer + "/.well-known/openid-configuration")
                .retrieve()
                .body(METADATA);
        if (metadata == null
                || !issuer.equals(String.valueOf(metadata.get("issuer")).replaceAll("/+$", ""))) {
            throw new RestClientException("The provider at %s calls itself otherwise".formatted(issuer));
        }
        var registration = ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId("provider")
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .redirectUri(redirect)
                .scope(scopes(metadata));
        if (settings.clientSecret().isBlank()) registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        return new Published(registration.build(), words(metadata, "id_token_signing_alg_values_supported"));
    }

    private static List<String> scopes(Map<String, Object> metadata) {
        var known = words(metadata, "scopes_supported");
        return SCOPES.stream()
                .filter(scope -> scope.equals("openid") || known.isEmpty() || known.contains(scope))
                .toList();
    }

    private static List<String> words(Map<String, Object> metadata, String key) {
        return metadata.get(key) instanceof Collection<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
