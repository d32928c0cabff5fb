package io.chaoxi.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs initdb and pg_ctl. PostgreSQL refuses to run as root, so root steps down first: into a user namespace
 * without rights (files stay root's), or where namespaces are forbidden to the user nobody (files become nobody's).
 */
final class PostgresPrograms {

    private static final String NOBODY = "65534";
    private static final List<String> AS_OURSELVES = List.of();
    private static final List<String> IN_NAMESPACE = List.of("unshare", "--user");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    private final Path binaries;
    private final List<String> stepDown;

    private PostgresPrograms(Path binaries, List<String> stepDown) {
        this.binaries = binaries;
        this.stepDown = stepDown;
    }

    static PostgresPrograms of(Path binaries, Path database) throws IOException, InterruptedException {
        return new PostgresPrograms(binaries, stepDown(binaries, database));
    }

    private static List<String> stepDown(Path binaries, Path database) throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return AS_OURSELVES;
        }
        var probe = List.of("test", "-x", binaries.resolve("bin/postgres").toString());
        var nobodyOwns = Files.exists(database)
                && NOBODY.equals(Files.getAttribute(database, "unix:uid").toString());
        if (!nobodyOwns && execute(IN_NAMESPACE, probe).succeeded()) {
            return IN_NAMESPACE;
        }
        if (execute(AS_NOBODY, probe).succeeded()) {
            return AS_NOBODY;
        }
        throw new StartFailure(
                "PostgreSQL 不能以 root 身份运行，而其他用户无法读取 %s：请改用普通用户启动，或用 CRM_HOME 指定一个像 /var/lib/chaoxi 这样的目录。"
                        .formatted(binaries),
                "PostgreSQL does not run as root and no other user can read %s: start as an ordinary user, or set CRM_HOME to a folder such as /var/lib/chaoxi."
                        .formatted(binaries));
    }

    /** Gives a file or folder to the user under whom PostgreSQL runs; nothing to do unless that is nobody. */
    Path handOver(Path path) throws IOException, InterruptedException {
        if (stepDown.equals(AS_NOBODY)) {
            execute(List.of(), List.of("chown", "-R", NOBODY + ":" + NOBODY, path.toString()));
        }
        return path;
    }

    /** Runs one of PostgreSQL's programs to its end. */
    Outcome run(String program, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return execute(stepDown, command);
    }

    private static Outcome execute(List<String> prefix, List<String> command) throws IOException, InterruptedException {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        var output = Files.createTempFile("chaoxi-postgres", ".out");
        try {
            var builder = new ProcessBuilder(whole).directory(Path.of("/").toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Outcome(-1, "gave up after five minutes");
            }
            return new Outcome(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return new Outcome(-1, String.valueOf(e.getMessage()));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /** What a program left behind: its exit code and everything it printed. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }
}
