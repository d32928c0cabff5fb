package io.chaoxi.platform.text;

import java.util.List;
import java.util.Set;

/**
 * What a person typed into a search box, as tokens to look up. A row is found when all tokens of one alternative are
 * among its own; leave out the alternatives whose field the person may not read. No alternative: nothing is found.
 */
public record SearchQuery(String text, List<Alternative> alternatives) {

    /** The kind of token, with the sign that it carries behind the tenant's number. */
    public enum Kind {
        NAME('n'),
        INITIALS('i'),
        /** The last four digits: also for those who see masked numbers only, for they see these four. */
        PHONE_TAIL('t'),
        PHONE('p'),
        EMAIL('e'),
        CODE('c'),
        /** The number that the firm gave the record, such as KH-000042. */
        SEQUENCE('s');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        public char sign() {
            return sign;
        }
    }

    /** One way to understand the text; {@code words} are what a candidate must contain to be a true match. */
    public record Alternative(Kind kind, Set<String> tokens, List<String> words) {}

    /** The same query with only those kinds that the person may search. */
    public SearchQuery only(Set<Kind> allowed) {
        return new SearchQuery(
                text,
                alternatives.stream()
                        .filter(way -> allowed.contains(way.kind()))
                        .toList());
    }
}
