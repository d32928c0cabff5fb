package io.chaoxi.platform.match;

import org.jspecify.annotations.Nullable;

/** Year, month and day apart, for a slip hits mostly one of them; they need not be a day that exists. */
record BirthDate(int year, int month, int day) {

    /** Null for what is not eight digits, with or without signs between. */
    static @Nullable BirthDate of(String written) {
        String digits = written.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        if (digits.length() != 8) return null;
        int number = Integer.parseInt(digits);
        return new BirthDate(number / 10_000, number / 100 % 100, number % 100);
    }

    /** What the two dates say of one person. Two parts of three agree by chance in one of 365 (other year) or less. */
    double with(BirthDate other) {
        if (equals(other)) return Weights.BIRTH_SAME;
        if (year == other.year && month == other.day && day == other.month) return Weights.BIRTH_SWAPPED;
        if (year == other.year && month == other.month) return Weights.BIRTH_OTHER_DAY;
        if (year == other.year && day == other.day) return Weights.BIRTH_OTHER_MONTH;
        if (month == other.month && day == other.day) return Weights.BIRTH_OTHER_YEAR;
        return Weights.BIRTH_OPPOSED;
    }
}
