package io.chaoxi.identity.provider;

import io.chaoxi.platform.database.StartFailure;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The {@code CRM_OIDC_…} settings; without an issuer nobody signs in by a provider.
 *
 * @param issuer as the provider writes it in its tokens
 * @param clientSecret blank for a client without one
 * @param name what the button on the sign-in page calls the provider
 * @param match which word of the provider is the login of somebody who comes the first time: {@code email} (a verified
 *     one) or {@code username}
 */
@ConfigurationProperties("crm.oidc")
public record ProviderSettings(String issuer, String clientId, String clientSecret, String name, String match) {
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    public ProviderSettings {
        issuer = issuer.strip().replaceAll("/+$", "");
        name = name.isBlank() ? "OpenID" : name.strip();
        if (!issuer.isEmpty()) check(issuer, clientId, match);
    }

    public boolean given() {
        return !issuer.isEmpty();
    }

    boolean byUsername() {
        return match.equals("username");
    }

    private static void check(String issuer, String clientId, String match) {
        if (!trustworthy(issuer)) {
            throw new StartFailure(
                    "CRM_OIDC_ISSUER=%s 不可用：写 https:// 开头的地址（本机的可以是 http://localhost）。".formatted(issuer),
                    "CRM_OIDC_ISSUER=%s is refused: write an https:// address (http://localhost for one on this machine)."
                            .formatted(issuer));
        }
        if (clientId.isBlank()) {
            throw new StartFailure(
                    "设了 CRM_OIDC_ISSUER，还要设 CRM_OIDC_CLIENT_ID。",
                    "CRM_OIDC_ISSUER needs CRM_OIDC_CLIENT_ID beside it.");
        }
        if (!List.of("email", "username").contains(match)) {
            throw new StartFailure(
                    "CRM_OIDC_MATCH=%s 不可用：请写 email 或 username。".formatted(match),
                    "CRM_OIDC_MATCH=%s is unknown: write email or username.".formatted(match));
        }
    }

    private static boolean trustworthy(String issuer) {
        try {
            URI address = URI.create(issuer);
            String host = address.getHost();
            return host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && HERE.contains(host));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
