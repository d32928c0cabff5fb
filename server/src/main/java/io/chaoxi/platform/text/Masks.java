package io.chaoxi.platform.text;

import java.util.function.UnaryOperator;

/**
 * What people see of a value that they may not read. The length of the hidden part is never shown, except for names
 * where it is one star per character, at most three. Phone numbers: {@link PhoneNumbers#mask}.
 */
public final class Masks {
    private static final String STARS = "****";

    private Masks() {}

    /** z****@example.com: the first character and the domain. */
    public static String email(String address) {
        int at = address.lastIndexOf('@');
        return at <= 1 ? generic(address) : first(address, 1) + STARS + address.substring(at);
    }

    /** 张**, 欧阳*: only the surname, two characters where it is a known double one. */
    public static String personName(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= 1) {
            return "*".repeat(length);
        }
        String[] surname = Readings.all().surnameOf(name);
        int shown = surname != null && length > 2 ? surname.length : 1;
        return first(name, shown) + "*".repeat(Math.min(3, length - shown));
    }

    /** 91****2XYZ: the kind of registration and the last four. */
    public static String creditCode(String code) {
        return code.length() < 12 ? generic(code) : code.substring(0, 2) + STARS + code.substring(code.length() - 4);
    }

    /** First and last character, from six characters on; shorter values are hidden whole, blank ones stay blank. */
    public static String generic(String value) {
        int length = value.codePointCount(0, value.length());
        if (value.isBlank()) {
            return "";
        }
        return length < 6 ? STARS : first(value, 1) + STARS + value.substring(value.offsetByCodePoints(0, length - 1));
    }

    /** The mask for a field type of the catalogue: phone, email, anything else. */
    public static UnaryOperator<String> forFieldType(String type) {
        return switch (type) {
            case "phone" -> PhoneNumbers::mask;
            case "email" -> Masks::email;
            default -> Masks::generic;
        };
    }

    private static String first(String value, int codePoints) {
        return value.substring(0, value.offsetByCodePoints(0, codePoints));
    }
}
