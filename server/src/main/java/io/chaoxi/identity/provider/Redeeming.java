package io.chaoxi.identity.provider;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * A code becomes a person: the ID token is fetched with the verifier and checked (signature, issuer, audience, times, nonce),
 * and the provider's further word of the same subject is read.
 */
@Component
class Redeeming {
    private final Discovery discovery;
    private final ProviderHttp http;
    private final OidcAuthorizationCodeAuthenticationProvider protocol;
    private volatile @Nullable Keys keys;

    /** The decoder keeps the provider's keys, as long as what it publishes is kept. */
    private record Keys(Discovery.Published of, JwtDecoder decoder) {}

    Redeeming(Discovery discovery, ProviderHttp http) {
        this.discovery = discovery;
        this.http = http;
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(tokenClient(http));
        var further = new DefaultOAuth2UserService();
        further.setRestOperations(http.template());
        var users = new OidcUserService();
        users.setOauth2UserService(further);
        protocol = new OidcAuthorizationCodeAuthenticationProvider(tokens, users);
        protocol.setJwtDecoderFactory(registration -> decoder());
    }

    private static RestClient tokenClient(ProviderHttp http) {
        return RestClient.builder()
                .requestFactory(http.requests())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    OidcUser user(OAuth2LoginAuthenticationToken token) {
        var signedIn = (OAuth2LoginAuthenticationToken) Objects.requireNonNull(protocol.authenticate(token));
        return (OidcUser) Objects.requireNonNull(signedIn.getPrincipal());
    }

    private JwtDecoder decoder() {
        var published = discovery.published();
        var known = keys;
        if (known == null || !known.of().equals(published)) {
            known = new Keys(published, decoder(published.registration(), published.algorithms()));
            keys = known;
        }
        return known.decoder();
    }

    private JwtDecoder decoder(ClientRegistration registration, List<String> published) {
        var algorithms = published.stream()
                .map(SignatureAlgorithm::from)
                .filter(Objects::nonNull)
                .toList();
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(allowed -> {
                    if (algorithms.isEmpty()) allowed.add(SignatureAlgorithm.RS256);
                    else allowed.addAll(algorithms);
                })
                .restOperations(http.template())
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }
}
