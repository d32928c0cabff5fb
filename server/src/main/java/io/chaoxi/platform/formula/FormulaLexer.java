package io.chaoxi.platform.formula;

import io.chaoxi.platform.formula.FormulaToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a formula into tokens. Signs typed with a Chinese keyboard (full width, “ ”, ≥ ≤ ≠ × ÷) mean the same as the
 * plain ones, except inside texts, which stay as typed.
 */
final class FormulaLexer {
    private static final int LONGEST_NUMBER = 30;
    private static final List<String> SIGNS =
            List.of("<=", ">=", "<>", "!=", "==", "+", "-", "*", "/", "%", "&", "<", ">", "=", "(", ")", ",");

    private final String text;
    private int at;

    private FormulaLexer(String text) {
        this.text = text;
    }

    static List<FormulaToken> tokens(String text) {
        FormulaLexer lexer = new FormulaLexer(text);
        List<FormulaToken> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private FormulaToken next() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
            at++;
        }
        int start = at;
        if (at == text.length()) {
            return new FormulaToken(Kind.END, "", start);
        }
        char sign = plain(start);
        if (sign >= '0' && sign <= '9') {
            return number(start);
        }
        if (sign == '"' || sign == '\'') {
            return new FormulaToken(Kind.TEXT, enclosed(start, sign), start);
        }
        if (sign == '{') {
            return field(start);
        }
        return Character.isLetter(text.codePointAt(start)) && sign != '×' ? name(start) : sign(start);
    }

    private FormulaToken number(int start) {
        StringBuilder digits = new StringBuilder();
        while (at < text.length() && (plain(at) >= '0' && plain(at) <= '9' || plain(at) == '.')) {
            digits.append(plain(at++));
        }
        String number = digits.toString();
        if (!number.matches("\\d+(\\.\\d+)?") || number.length() > LONGEST_NUMBER) {
            throw new FormulaRefused("formulaNumber", number, start);
        }
        return new FormulaToken(Kind.NUMBER, number, start);
    }

    /** Up to the closing quote; a doubled quote stands for itself. */
    private String enclosed(int start, char quote) {
        StringBuilder content = new StringBuilder();
        at = start + 1;
        while (at < text.length()) {
            boolean closing = plain(at) == quote;
            if (closing && (at + 1 >= text.length() || plain(at + 1) != quote)) {
                at++;
                return content.toString();
            }
            content.append(text.charAt(at));
            at += closing ? 2 : 1;
        }
        throw new FormulaRefused("formulaUnclosed", text.substring(start, start + 1), start);
    }

    private FormulaToken field(int start) {
        int end = start + 1;
        while (end < text.length() && plain(end) != '}') {
            end++;
        }
        String name = end < text.length() ? text.substring(start + 1, end).strip() : "";
        if (name.isEmpty()) {
            throw new FormulaRefused("formulaUnclosed", "{", start);
        }
        at = end + 1;
        return new FormulaToken(Kind.FIELD, name, start);
    }

    private FormulaToken name(int start) {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point) && point != '_' && point != '.') {
                break;
            }
            at += Character.charCount(point);
        }
        return new FormulaToken(Kind.NAME, text.substring(start, at), start);
    }

    private FormulaToken sign(int start) {
        String known = switch (text.charAt(start)) {
            case '≥' -> ">=";
            case '≤' -> "<=";
            case '≠' -> "!=";
            case '×' -> "*";
            case '÷' -> "/";
            default -> "";
        };
        if (!known.isEmpty()) {
            at++;
            return new FormulaToken(Kind.SIGN, known, start);
        }
        String two = "" + plain(start) + (start + 1 < text.length() ? plain(start + 1) : ' ');
        for (String sign : SIGNS) {
            if (two.startsWith(sign)) {
                at += sign.length();
                return new FormulaToken(Kind.SIGN, sign, start);
            }
        }
        throw new FormulaRefused("formulaUnexpected", Character.toString(text.codePointAt(start)), start);
    }

    private char plain(int index) {
        char sign = text.charAt(index);
        if (sign >= '\uFF01' && sign <= '\uFF5E') {
            return (char) (sign - 0xFEE0);
        }
        return sign == '“' || sign == '”' ? '"' : sign == '‘' || sign == '’' ? '\'' : sign;
    }
}
