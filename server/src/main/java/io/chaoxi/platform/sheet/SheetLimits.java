package io.chaoxi.platform.sheet;

/**
 * How much a file may hold. Beyond a limit reading stops with {@link SheetRefused}. Rows count without the header and
 * without blank rows; a cell counts in characters, a row in characters of all its cells, a file in bytes.
 */
public record SheetLimits(int rows, int columns, int cell, int row, long file) {
    /** The most shared texts of an .xlsx file, and the characters of all of them. */
    static final int SHARED_TEXTS = 900_000;

    static final int SHARED_CHARACTERS = 40_000_000;

    /** The most bytes that the parts of an .xlsx file may have when unpacked, and how far they may be compressed. */
    static final long UNPACKED = 400_000_000L;

    static final long RATIO = 150;

    public static SheetLimits ofRows(int rows) {
        return new SheetLimits(rows, 1_000, 1_100_000, 4_000_000, 50_000_000L);
    }
}
