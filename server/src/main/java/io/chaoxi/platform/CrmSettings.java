package io.chaoxi.platform;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The installation's settings, each a {@code CRM_…} environment variable with a safe default (application.yaml
 * holds the list). A blank value counts as not set.
 *
 * @param home the folder of database, files, logs and secrets
 * @param bind the address listened on; 127.0.0.1 keeps the installation private to its machine
 * @param baseUrl how people reach the page, for links in mails and webhooks; without a slash at the end
 * @param key what seals second factors, the same on all nodes; blank: made in the home when it is first needed
 * @param sample whether sample data is loaded into a new installation
 */
@ConfigurationProperties("crm")
public record CrmSettings(
        Path home,
        String bind,
        int port,
        String baseUrl,
        String key,
        Database db,
        Administrator admin,
        boolean sample) {

    public CrmSettings {
        home = home.toAbsolutePath().normalize();
        baseUrl = baseUrl.isBlank() ? "http://%s:%d".formatted(reachable(bind), port) : baseUrl.replaceAll("/+$", "");
    }

    private static String reachable(String bind) {
        return bind.equals("0.0.0.0") || bind.equals("::") || bind.equals("127.0.0.1") ? "localhost" : bind;
    }

    /**
     * A PostgreSQL of one's own. Without {@code url} the embedded server is used; without owner the application's
     * role migrates too, and row-level security is then the owner's promise only.
     */
    public record Database(String url, String user, String password, Account owner) {

        public boolean isEmbedded() {
            return url.isBlank();
        }
    }

    /** A name and its password. */
    public record Account(String user, String password) {}

    /** The first administrator; set up by a one-time code when either part is missing. */
    public record Administrator(String login, String password) {

        public Optional<Administrator> whenGiven() {
            return login.isBlank() || password.isBlank() ? Optional.empty() : Optional.of(this);
        }
    }
}
