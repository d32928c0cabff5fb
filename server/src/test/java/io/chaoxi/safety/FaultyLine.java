package io.chaoxi.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The network between the program and its database, which can be slow, go silent, or break every connection. */
final class FaultyLine implements AutoCloseable {
    private final ServerSocket door;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean silent;

    FaultyLine(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("line").start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Each answer comes so much later. */
    void delay(Duration by) {
        delay = by;
    }

    /** Nothing gets through any more, and nobody is told. */
    void silent(boolean now) {
        silent = now;
    }

    /** Every connection breaks; new ones are taken. */
    void reset() {
        open.forEach(this::breakOff);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        open.add(near);
        try {
            passage();
            var far = new Socket(host, port);
            open.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> carry(near, far, false));
            carry(far, near, true);
        } catch (IOException unreachable) {
            breakOff(near);
        }
    }

    private void carry(Socket from, Socket to, boolean answers) {
        var buffer = new byte[64 * 1024];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && !delay.isZero()) LockSupport.parkNanos(delay.toNanos());
                passage();
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            breakOff(to);
        } finally {
            close(from);
            close(to);
        }
    }

    private void passage() {
        while (silent && !door.isClosed())
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }

    private void breakOff(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        open.forEach(this::close);
    }
}
