package io.chaoxi.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What can be known to fail before anything is started: the home folder and the port. */
public final class Preflight {

    private static final int HIGHEST_PORT = 65_535;

    private Preflight() {}

    /** Refused with the sentence for the operator. */
    public static void check(Map<String, String> environment) {
        checkHome(Path.of(environment.getOrDefault("CRM_HOME", "./data"))
                .toAbsolutePath()
                .normalize());
        checkPort(environment.getOrDefault("CRM_BIND", "127.0.0.1"), environment.getOrDefault("CRM_PORT", "8080"));
        checkLogFormat(environment.getOrDefault("CRM_LOG", "text"));
    }

    private static void checkHome(Path home) {
        try {
            Files.createDirectories(home.resolve("logs"));
            Files.delete(Files.createTempFile(home, "writable", ""));
        } catch (IOException e) {
            throw new FolderNotWritable(home, e);
        }
    }

    private static void checkPort(String bind, String text) {
        var port = portNumber(text);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(bind), port));
        } catch (IOException e) {
            throw new PortTaken(bind, port, e);
        }
    }

    private static int portNumber(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new StartFailure(
                "CRM_PORT=%s 不是端口号：请写 1 到 65535 之间的数字。".formatted(text),
                "CRM_PORT=%s is not a port: write a number between 1 and 65535.".formatted(text));
    }

    private static void checkLogFormat(String format) {
        if (!format.equals("text") && !format.equals("json")) {
            throw new StartFailure(
                    "CRM_LOG=%s 不可用：请写 text 或 json。".formatted(format),
                    "CRM_LOG=%s is unknown: write text or json.".formatted(format));
        }
    }
}
