package io.chaoxi.platform.database;

import org.jspecify.annotations.Nullable;

/** The address of the page cannot be listened on. */
public final class PortTaken extends StartFailure {

    private static final long serialVersionUID = 1L;

    public PortTaken(String bind, int port, @Nullable Throwable cause) {
        super(
                "无法监听 %s:%d（端口可能已被占用）：请停止占用它的程序，或用 CRM_PORT 指定另一个端口。".formatted(bind, port),
                "Cannot listen on %s:%d (the port may be taken): stop the program that uses it, or name another port with CRM_PORT."
                        .formatted(bind, port),
                cause);
    }
}
