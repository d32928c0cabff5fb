package io.chaoxi.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoxi.identity.role.Permissions;
import io.chaoxi.identity.role.StandardRole;
import io.chaoxi.platform.record.Catalogues;
import io.chaoxi.platform.record.RecordType;
import io.chaoxi.platform.rights.Needs;
import io.chaoxi.testing.ApplicationTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route says what it needs, and docs/permissions.md says it for every standard role. After a change run this test
 * with {@code -Dpermissions.write=true} and look at what changed.
 */
@ApplicationTest
class RoutesTest {
    private static final Path TABLE = Path.of("../docs/permissions.md");
    private static final List<String> FOR_ALL =
            List.of(Needs.NOTHING, Needs.HALF_SIGNED_IN, Needs.SIGNED_IN, Needs.SESSION, Needs.BEFORE_FACTOR);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Permissions permissions;

    @Autowired
    Catalogues catalogues;

    @Autowired
    RouteWords words;

    private record Route(String method, String path, List<String> needs, HandlerMethod handler) {}

    private List<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> Gate.ours(entry.getValue()))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var methods =
                info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
        return (methods.isEmpty() ? List.of("ANY") : methods)
                .stream()
                        .flatMap(method -> info.getPatternValues().stream()
                                .map(path -> new Route(
                                        method,
                                        path.replaceAll("\\{(\\w+):[^}]*}", "{$1}"),
                                        Gate.needs(handler),
                                        handler)));
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        assertThat(routes())
                .filteredOn(route -> route.needs().isEmpty())
                .as("controller methods without @Needs")
                .extracting(route -> route.method() + " " + route.path() + " "
                        + route.handler().getShortLogMessage())
                .isEmpty();
    }

    @Test
    void everyRouteHasWordsForTheAccessLog() {
        assertThat(routes())
                .filteredOn(route -> route.path().startsWith("/api/"))
                .extracting(route -> route.method() + " " + route.path())
                .filteredOn(route -> words.of(route, null, Locale.CHINESE).isEmpty())
                .isEmpty();
    }

    @Test
    void everyPermissionThatARouteNeedsExists() {
        var known = permissions.all();
        assertThat(routes().stream()
                        .flatMap(route -> expanded(route).stream())
                        .flatMap(route -> route.needs().stream()))
                .filteredOn(need -> !FOR_ALL.contains(need) && !need.equals(Needs.INSTALLATION))
                .allMatch(known::contains);
    }

    @Test
    void theTableOfPermissionsIsCurrent() throws IOException {
        String table = table();
        if (Boolean.getBoolean("permissions.write")) Files.writeString(TABLE, table);
        assertThat(TABLE).as("run with -Dpermissions.write=true").exists();
        assertThat(Files.readString(TABLE))
                .as("run with -Dpermissions.write=true")
                .isEqualTo(table);
    }

    /** A route of the record machine stands for one of each object, unless the object has its own. */
    private List<Route> expanded(Route route) {
        boolean general = route.needs().stream().anyMatch(need -> need.startsWith("{"));
        if (!general) return List.of(route);
        List<Route> found = new ArrayList<>();
        for (RecordType type : catalogues.types()) {
            List<String> needs = route.needs().stream()
                    .map(need -> need.replace("{object}", type.object()))
                    .filter(need -> !need.contains(".") || permissions.all().contains(need))
                    .toList();
            String path = route.path().replace("{path}", type.path()).replace("{object}", type.object());
            if (!needs.isEmpty()) found.add(new Route(route.method(), path, needs, route.handler()));
        }
        return found;
    }

    private String table() {
        var lines = new TreeSet<String>();
        for (Route route : routes()) {
            for (Route one : expanded(route)) lines.add(line(one));
        }
        String roles =
                Arrays.stream(StandardRole.values()).map(StandardRole::code).collect(Collectors.joining(" | "));
        return """
                # Permissions

                Every route, what it needs, and whether each standard role has it (its scope still decides which records).
                Made by RoutesTest; do not edit. `nothing`: open to everyone. `halfSignedIn`: signed in, also with a one-time
                password. `signedIn`: session or token. `session`: not with a token. `beforeFactor`: the same, also for who has
                yet to set up the second factor that his role wants. `installation`: the administrator of the installation.
                Several permissions: one of them suffices.

                | Route | Method | Needs | %s |
                |---|---|---|%s
                %s
                """.formatted(roles, "---|".repeat(StandardRole.values().length), String.join("\n", lines));
    }

    private String line(Route route) {
        String cells = Arrays.stream(StandardRole.values())
                .map(role -> route.needs().stream().anyMatch(need -> has(role, need)) ? "yes" : "no")
                .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %s | %s |"
                .formatted(route.path(), route.method(), String.join(", ", route.needs()), cells);
    }

    private boolean has(StandardRole role, String need) {
        if (FOR_ALL.contains(need)) return true;
        var rights = role.rights(permissions);
        return !need.equals(Needs.INSTALLATION)
                && (rights.everything() || rights.permissions().contains(need));
    }
}
