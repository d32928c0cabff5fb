package io.chaoxi.platform.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the test data beside the repository ({@code ../shared/data} from its root). Its licences are unstated, so it is
 * not copied here; a test that needs it is skipped, with a message, where it is absent.
 */
public final class SharedData {
    private SharedData() {}

    public static Path file(String name) {
        String configured = System.getProperty("chaoxi.shared.data");
        Path root = configured == null
                ? beside(Path.of(System.getProperty("user.dir")).toAbsolutePath())
                : Path.of(configured);
        Path file = root.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no test data at " + file);
        return file;
    }

    private static Path beside(Path start) {
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .map(path -> path.resolve("../shared/data").normalize())
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(start.resolve("../shared/data"));
    }
}
