package io.chaoxi.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Rows of one kind of file as they stand there, blank ones included, one at a time. */
interface RowSource extends Closeable {
    /** The next row, or null behind the last. */
    @Nullable
    SheetRow next() throws IOException;
}
