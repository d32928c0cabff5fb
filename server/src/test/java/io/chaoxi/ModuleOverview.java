package io.chaoxi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Writes docs/modules/README.md: who depends on whom, and what each module says of itself in package-info. */
final class ModuleOverview {

    private static final Pattern DESCRIPTION = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private final ApplicationModules modules;
    private final Path sources;

    ModuleOverview(ApplicationModules modules, Path sources) {
        this.modules = modules;
        this.sources = sources;
    }

    String text() {
        return """
                # Modules

                Generated from the code by `ModulesTest`; changes here are overwritten.

                ```mermaid
                graph TD
                %s
                ```

                | Module | What it is | Uses | Announces | Listens to |
                |---|---|---|---|---|
                %s
                """.formatted(lines(this::arrows), lines(module -> Stream.of(row(module))));
    }

    private String lines(Function<ApplicationModule, Stream<String>> toLines) {
        return modules.stream()
                .sorted(Comparator.comparing(ModuleOverview::name))
                .flatMap(toLines)
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> arrows(ApplicationModule module) {
        return Stream.concat(
                Stream.of("  " + name(module)),
                uses(module).stream().map(used -> "  %s --> %s".formatted(name(module), used)));
    }

    private String row(ApplicationModule module) {
        var announced = names(module.getPublishedEvents().stream()
                .map(event -> event.getType().getSimpleName()));
        var heard = names(module.getEventsListenedTo(modules).stream().map(event -> event.getSimpleName()));
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(name(module), description(module), names(uses(module).stream()), announced, heard);
    }

    private List<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModuleOverview::name)
                .filter(used -> !used.equals(name(module)))
                .sorted()
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String names(Stream<String> names) {
        return names.distinct().sorted().collect(Collectors.joining(", "));
    }

    private String description(ApplicationModule module) {
        var file = sources.resolve(module.getBasePackage().getName().replace('.', '/'))
                .resolve("package-info.java");
        try {
            var matcher = DESCRIPTION.matcher(Files.exists(file) ? Files.readString(file) : "");
            return matcher.find() ? plain(matcher.group(1)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
                .strip();
    }
}
