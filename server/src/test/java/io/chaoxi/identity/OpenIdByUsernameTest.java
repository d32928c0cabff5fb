package io.chaoxi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.testing.ApplicationTest;
import io.chaoxi.testing.Firm;
import io.chaoxi.testing.OpenIdBrowser;
import io.chaoxi.testing.OpenIdProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where the firm's own directory gives the names. */
@ApplicationTest
class OpenIdByUsernameTest {
    private static final OpenIdProvider PROVIDER = OpenIdProvider.running();

    @Autowired
    ApplicationContext application;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("crm.oidc.issuer", PROVIDER::issuer);
        settings.add("crm.oidc.client-id", () -> OpenIdProvider.CLIENT);
        settings.add("crm.oidc.client-secret", () -> OpenIdProvider.CLIENT_SECRET);
        settings.add("crm.oidc.match", () -> "username");
        settings.add("crm.base-url", () -> OpenIdProvider.BASE);
    }

    @Test
    void findsTheAccountByTheNameThere() {
        var person = Firm.found(application).person("rep");
        PROVIDER.says("by-name", claims -> claims.claim("preferred_username", person.login()));
        var answer = new OpenIdBrowser(application).signIn("by-name");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PROVIDER.says("by-mail", claims -> claims.claim("email", person.login()).claim("email_verified", true));
        assertThat(new OpenIdBrowser(application).signIn("by-mail").code()).isEqualTo("providerNotLinked");
    }
}
