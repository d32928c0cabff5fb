package io.chaoxi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(ChaoxiApplication.class);

    @Test
    void modulesUseEachOtherOnlyAsTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void moduleOverviewFollowsTheCode() throws IOException {
        var overview = new ModuleOverview(MODULES, Path.of("src/main/java")).text();
        var file = Path.of("../docs/modules/README.md");
        Files.createDirectories(file.getParent());
        if (Files.notExists(file) || !Files.readString(file).equals(overview)) {
            Files.writeString(file, overview);
        }
    }
}
