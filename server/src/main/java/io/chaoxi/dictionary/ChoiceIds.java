package io.chaoxi.dictionary;

import java.security.SecureRandom;

/** Ids for items and options that people add without naming one: short, and safe inside a filter. */
final class ChoiceIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 8;

    private ChoiceIds() {}

    static String next() {
        var id = new StringBuilder("i");
        for (int i = 0; i < LENGTH; i++) id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        return id.toString();
    }
}
