package io.chaoxi.identity.provider;

import static java.util.Objects.requireNonNull;

import io.chaoxi.platform.problem.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Sends people to the provider and reads what it says of them; Spring Security speaks the protocol. */
@Component
public class Provider {
    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final Duration FRESH = Duration.ofMinutes(10);

    /** A provider that is asked for an age tells when somebody signed in; this one hardly ever makes him do so again. */
    private static final String MAX_AGE = "max_age";

    private static final Duration AUTH_TIME_WANTED = Duration.ofDays(30);

    private final ProviderSettings settings;
    private final Discovery discovery;
    private final Redeeming redeeming;
    private final Clock clock;

    Provider(ProviderSettings settings, Discovery discovery, Redeeming redeeming, Clock clock) {
        this.settings = settings;
        this.discovery = discovery;
        this.redeeming = redeeming;
        this.clock = clock;
    }

    /**
     * Somebody as the provider knows him.
     *
     * @param proved he signed in there within the last ten minutes, as far as the provider tells
     * @param login what he is called here if the provider is to be believed in that; null when it is not
     */
    public record Identity(
            String issuer, String subject, @Nullable String login, boolean proved) {}

    /** Where the browser goes; 503 {@code providerUnreachable}. */
    public String address(Attempt attempt) {
        return request(registration(), attempt).getAuthorizationRequestUri();
    }

    /** Who came back with this code; 401 {@code providerRefused} when the provider's word does not hold. */
    public Identity redeem(Attempt attempt, String code) {
        var registration = registration();
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(requireNonNull(registration.getRedirectUri()))
                .state(attempt.state())
                .build();
        var exchange = new OAuth2AuthorizationExchange(request(registration, attempt), response);
        return identity(user(new OAuth2LoginAuthenticationToken(registration, exchange)));
    }

    private OidcUser user(OAuth2LoginAuthenticationToken token) {
        try {
            return redeeming.user(token);
        } catch (OAuth2AuthenticationException | OAuth2AuthorizationException | JwtException e) {
            if (unreachable(e)) throw unreachable("tokens", e);
            LOG.warn("A sign-in by OpenID Connect was refused: {}", e.getMessage());
            throw Refusal.of(401, "providerRefused");
        }
    }

    private ClientRegistration registration() {
        try {
            return discovery.published().registration();
        } catch (RestClientException | IllegalArgumentException e) {
            throw unreachable("its configuration", e);
        }
    }

    private static boolean unreachable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) return true;
        }
        return false;
    }

    private static Refusal unreachable(String what, Exception e) {
        LOG.warn("The OpenID Connect provider did not give {}: {}", what, e.getMessage());
        return Refusal.of(503, "providerUnreachable");
    }

    /** What is sent is a digest; the words themselves stay here until the answer comes. */
    private static OAuth2AuthorizationRequest request(ClientRegistration registration, Attempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .clientId(registration.getClientId())
                .authorizationUri(
                        requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .redirectUri(registration.getRedirectUri())
                .scopes(registration.getScopes())
                .state(attempt.state())
                .attributes(attributes -> {
                    attributes.put(OidcParameterNames.NONCE, attempt.nonce());
                    attributes.put(PkceParameterNames.CODE_VERIFIER, attempt.verifier());
                })
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        digest(attempt.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        digest(attempt.verifier()),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256",
                        MAX_AGE,
                        String.valueOf(AUTH_TIME_WANTED.toSeconds())))
                .build();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity identity(OidcUser user) {
        boolean verified = Boolean.TRUE.equals(user.getEmailVerified());
        String login = settings.byUsername() ? user.getPreferredUsername() : verified ? user.getEmail() : null;
        return new Identity(settings.issuer(), requireNonNull(user.getSubject()), login, proved(user));
    }

    private boolean proved(OidcUser user) {
        Instant at = user.getAuthenticatedAt();
        return at != null && at.isAfter(clock.instant().minus(FRESH));
    }
}
