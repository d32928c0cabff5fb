package io.chaoxi.platform.formula;

/**
 * A formula that cannot be used: the code is a label key, {@code subject} the word in question, {@code position} counts
 * characters (UTF-16) of the formula's text from 0.
 */
public final class FormulaRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String subject;
    private final int position;

    FormulaRefused(String code, String subject, int position) {
        super(code + " '" + subject + "' at " + position);
        this.code = code;
        this.subject = subject;
        this.position = position;
    }

    /**
     * formulaTooLong, formulaTooDeep, formulaUnexpected, formulaUnclosed, formulaNumber, formulaUnknownFunction,
     * formulaArguments, formulaUnknownField, formulaType.
     */
    public String code() {
        return code;
    }

    public String subject() {
        return subject;
    }

    public int position() {
        return position;
    }
}
