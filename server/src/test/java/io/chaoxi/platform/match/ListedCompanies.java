package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Likeness.Verdict;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The companies of the Shenzhen exchange: their names alone, or with web address and registered address. */
final class ListedCompanies {
    /** What the exchange puts before and after a name (special treatment, new share, class of share); no part of it. */
    private static final Pattern MARKS = Pattern.compile("^(S?\\*?ST|XD|N(?=\\p{IsHan}))|[AB]$");

    private static final Pattern BLANKS = Pattern.compile("\\s");

    private final List<Map<String, String>> rows = MatchSets.listed();
    private final Map<String, Party> byCode = new HashMap<>();
    private final boolean namesOnly;
    private final Rarity rarity;
    private final List<Profile> profiles;
    private final Blocks blocks;

    ListedCompanies(boolean namesOnly) throws IOException {
        this.namesOnly = namesOnly;
        List<Party> parties = rows.stream().map(this::party).toList();
        for (int i = 0; i < parties.size(); i++) byCode.put(rows.get(i).get("code"), parties.get(i));
        rarity = Rarity.of(parties);
        profiles = parties.stream().map(party -> Profile.of(party, rarity)).toList();
        blocks = Blocks.of(profiles);
    }

    private Party party(Map<String, String> row) {
        return reachable(Party.company(row.get("full_name")), row);
    }

    private Party reachable(Party party, Map<String, String> row) {
        if (namesOnly) return party;
        return party.with(Trait.ADDRESS, row.get("registered_address")).with(Trait.WEBSITE, row.get("website"));
    }

    int size() {
        return rows.size();
    }

    /** How many pairs of different companies get each verdict. */
    Map<Verdict, Integer> pairs() {
        Map<Verdict, Integer> verdicts = new HashMap<>();
        for (int i = 0; i < profiles.size(); i++) {
            for (int j = i + 1; j < profiles.size(); j++) {
                verdicts.merge(
                        Likeness.between(profiles.get(i), profiles.get(j)).verdict(), 1, Integer::sum);
            }
        }
        return verdicts;
    }

    Map<Verdict, Integer> lookAlikes() throws IOException {
        Map<Verdict, Integer> verdicts = new HashMap<>();
        MatchSets.lookAlikes()
                .map(row -> between(byCode.get(row.get("code_1")), byCode.get(row.get("code_2"))))
                .forEach(likeness -> verdicts.merge(likeness.verdict(), 1, Integer::sum));
        return verdicts;
    }

    /** The old name against the new one; web address and address, where read, are today's for both. */
    Map<Verdict, Integer> renamed() throws IOException {
        Map<String, Map<String, String>> rowByCode = new HashMap<>();
        rows.forEach(row -> rowByCode.put(row.get("code"), row));
        Map<Verdict, Integer> verdicts = new HashMap<>();
        for (Map<String, String> row : MatchSets.renamed()) {
            Map<String, String> today = rowByCode.get(row.get("code"));
            Party older = reachable(Party.company(row.get("older_full_name")), today);
            Party newer = reachable(Party.company(row.get("newer_full_name")), today);
            verdicts.merge(between(older, newer).verdict(), 1, Integer::sum);
        }
        return verdicts;
    }

    private Likeness between(Party one, Party other) {
        return Likeness.between(Profile.of(one, rarity), Profile.of(other, rarity));
    }

    /** How many short names score highest with their own company and, in {@code blocked}, among its candidates only. */
    int shortNamesFound(boolean blocked) {
        int[] all = IntStream.range(0, profiles.size()).toArray();
        int found = 0;
        for (int i = 0; i < rows.size(); i++) {
            Profile shortName =
                    Profile.of(Party.company(withoutMarks(rows.get(i).get("short_name"))), rarity);
            int[] candidates = blocked ? blocks.candidates(shortName) : all;
            Arrays.sort(candidates);
            if (best(shortName, candidates) == i) found++;
        }
        return found;
    }

    /** Where two score alike the first of the list wins, whichever is right. */
    private int best(Profile shortName, int[] candidates) {
        int best = -1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int candidate : candidates) {
            double score = Likeness.between(shortName, profiles.get(candidate)).score();
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }

    static String withoutMarks(String shortName) {
        String folded = Normalizer.normalize(shortName, Normalizer.Form.NFKC);
        return MARKS.matcher(BLANKS.matcher(folded).replaceAll("")).replaceAll("");
    }
}
