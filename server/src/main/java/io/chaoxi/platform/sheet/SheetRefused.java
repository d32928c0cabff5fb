package io.chaoxi.platform.sheet;

/** The file is not read, or not read on: why, and at which row (0 where the file as a whole is meant). */
public final class SheetRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Each reason has a code that is a label key. */
    public enum Reason {
        NOT_A_SPREADSHEET("fileNotASpreadsheet"),
        OLD_EXCEL("fileOldExcel"),
        ENCRYPTED("fileEncrypted"),
        DAMAGED("fileDamaged"),
        HOSTILE("fileHostile"),
        TOO_LARGE("fileTooLarge"),
        TOO_MANY_ROWS("fileTooManyRows"),
        TOO_MANY_COLUMNS("fileTooManyColumns"),
        TOO_MANY_TEXTS("fileTooManyTexts"),
        CELL_TOO_LONG("fileCellTooLong"),
        ENCODING_UNKNOWN("fileEncodingUnknown"),
        UNCLOSED_QUOTE("fileUnclosedQuote"),
        EMPTY("fileEmpty");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private final Reason reason;
    private final int row;

    SheetRefused(Reason reason, int row) {
        super(reason.code() + (row > 0 ? " at row " + row : ""));
        this.reason = reason;
        this.row = row;
    }

    SheetRefused(Reason reason) {
        this(reason, 0);
    }

    SheetRefused(Reason reason, Throwable cause) {
        this(reason, 0);
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    public String code() {
        return reason.code();
    }

    public int row() {
        return row;
    }
}
