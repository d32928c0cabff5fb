package io.chaoxi.platform.formula;

/** A piece of a formula's text and where it begins. */
record FormulaToken(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        FIELD,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
