package io.chaoxi.platform.match;

import io.chaoxi.platform.text.Checked;
import io.chaoxi.platform.text.CsvLines;
import io.chaoxi.platform.text.PhoneNumbers;
import io.chaoxi.platform.text.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The public sets with known duplicates, read as the parties that our product would hold. */
final class MatchSets {
    private static final Pattern RESTAURANT = Pattern.compile(
            "COL name VAL (.*?) COL addr VAL (.*?) COL city VAL (.*?) COL phone VAL (.*?) COL type VAL .*");

    private MatchSets() {}

    /** {@code duplicates}: which of the parties, by their place in the list, are one. */
    record MatchSet(List<Party> parties, Set<Pair> duplicates) {}

    record Pair(int one, int other) {
        static Pair of(int a, int b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    record Labelled(Party one, Party other, boolean duplicate) {}

    static MatchSet restaurants() throws IOException {
        List<Party> parties = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("restaurants/restaurants_with_ids.csv"))) {
            if (line.startsWith("name,")) continue;
            List<String> cells = Arrays.stream(line.split(", (?=[\"'])"))
                    .map(cell -> cell.substring(1, cell.length() - 1))
                    .toList();
            parties.add(Party.company(cells.get(0))
                    .with(Trait.ADDRESS, cells.get(1))
                    .with(Trait.CITY, cells.get(2)));
            entities.add(cells.get(4));
        }
        return new MatchSet(parties, sameEntity(entities));
    }

    /** The same restaurants with phone numbers, as pairs that somebody labelled. */
    static List<Labelled> restaurantPairs() throws IOException {
        List<Labelled> pairs = new ArrayList<>();
        for (String part : List.of("train", "valid", "test")) {
            for (String line : Files.readAllLines(SharedData.file("restaurants/fodors_zagats_" + part + ".txt"))) {
                String[] cells = line.split("\t");
                pairs.add(new Labelled(restaurant(cells[0]), restaurant(cells[1]), cells[2].equals("1")));
            }
        }
        return pairs;
    }

    private static Party restaurant(String text) {
        Matcher cells = RESTAURANT.matcher(text);
        if (!cells.matches()) throw new IllegalArgumentException(text);
        Checked<PhoneNumbers.Phone> phone = PhoneNumbers.parse(cells.group(4).replaceAll("[^0-9]", ""), "US");
        return Party.company(unquoted(cells.group(1)))
                .with(Trait.ADDRESS, unquoted(cells.group(2)))
                .with(Trait.CITY, unquoted(cells.group(3)))
                .with(
                        Trait.PHONE,
                        phone instanceof Checked.Accepted<PhoneNumbers.Phone>(PhoneNumbers.Phone known)
                                ? known.stored()
                                : null);
    }

    private static String unquoted(String cell) {
        return cell.replaceAll("[`'\\\\]", "");
    }

    /** Without the number of the social security, which no customer file has. */
    static MatchSet febrl() throws IOException {
        List<Party> parties = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (String line : Files.readAllLines(SharedData.file("febrl1/dataset1.csv"))) {
            String[] cells = line.split(", ?", -1);
            if (cells[0].equals("rec_id")) continue;
            parties.add(Party.person(cells[1] + " " + cells[2])
                    .with(Trait.ADDRESS, cells[3] + " " + cells[4] + ", " + cells[5])
                    .with(Trait.CITY, cells[6])
                    .with(Trait.POSTCODE, cells[7])
                    .with(Trait.BIRTH_DATE, cells[9]));
            entities.add(cells[0].split("-")[1]);
        }
        return new MatchSet(parties, sameEntity(entities));
    }

    static MatchSet germans() throws IOException {
        List<Party> parties = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (Map<String, String> row : CsvLines.read(SharedData.file("rldata500/RLdata500.csv"))) {
            String name = String.join(
                    " ", row.get("fname_c1"), row.get("fname_c2"), row.get("lname_c1"), row.get("lname_c2"));
            parties.add(Party.person(name)
                    .with(
                            Trait.BIRTH_DATE,
                            "%04d-%02d-%02d"
                                    .formatted(number(row.get("by")), number(row.get("bm")), number(row.get("bd")))));
            entities.add(row.get("entity_id"));
        }
        return new MatchSet(parties, sameEntity(entities));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** The column zip_code holds house numbers (102, 14240, several in one street), so it is read as such. */
    static MatchSet census() throws IOException {
        List<Party> parties = new ArrayList<>();
        Map<String, Integer> byId = new HashMap<>();
        for (String line : Files.readAllLines(SharedData.file("census-people/census.csv"))) {
            String[] cells = line.split(";", -1);
            if (cells[0].equals("id")) continue;
            byId.put(cells[0], parties.size());
            parties.add(Party.person(String.join(" ", cells[1], cells[3], cells[2]))
                    .with(Trait.ADDRESS, cells[5] + " " + cells[4]));
        }
        Set<Pair> duplicates = new HashSet<>();
        for (String line : Files.readAllLines(SharedData.file("census-people/census_DPL.csv"))) {
            String[] cells = line.split(";");
            if (!cells[0].equals("id1")) duplicates.add(Pair.of(byId.get(cells[0]), byId.get(cells[1])));
        }
        return new MatchSet(parties, duplicates);
    }

    static List<Map<String, String>> listed() throws IOException {
        return CsvLines.read(SharedData.file("szse-companies-main/companies.csv"));
    }

    static Stream<Map<String, String>> lookAlikes() throws IOException {
        return CsvLines.read(SharedData.file("szse-companies-main/hard_negatives.csv")).stream();
    }

    static List<Map<String, String>> renamed() throws IOException {
        return CsvLines.read(SharedData.file("szse-companies-main/renamed_full_names.csv"));
    }

    private static Set<Pair> sameEntity(List<String> entities) {
        Set<Pair> pairs = new HashSet<>();
        Map<String, List<Integer>> members = new HashMap<>();
        for (int i = 0; i < entities.size(); i++) {
            List<Integer> same = members.computeIfAbsent(entities.get(i), entity -> new ArrayList<>());
            for (int other : same) pairs.add(Pair.of(other, i));
            same.add(i);
        }
        return pairs;
    }
}
