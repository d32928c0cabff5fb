package io.chaoxi.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for programs that start later, or again. They lie below those that the system gives to outgoing connections: a
 * free one of these may be a connection's by the time that the program listens.
 */
public final class Ports {
    private static final int LOWEST = 10_240;
    private static final int OUTGOING = 32_768;
    private static final int TRIES = 50;

    private Ports() {}

    public static int free() {
        for (int i = 0; i < TRIES; i++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, OUTGOING);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between %d and %d".formatted(LOWEST, OUTGOING));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
