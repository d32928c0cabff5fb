package io.chaoxi.platform.match;

import io.chaoxi.platform.match.Places.Place;
import io.chaoxi.platform.text.CompanyNames;
import io.chaoxi.platform.text.Folding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chinese company's name in its parts: place, core (brand and trade), whether it calls itself a group, legal form.
 * 深圳市振业（集团）股份有限公司 is 深圳, 振业, group, 股份有限公司.
 */
final class CompanyName {
    private static final Pattern FORM = Pattern.compile("(股份有限公司|有限公司|总公司|分公司|合伙企业|公司)$");
    private static final Pattern BRACKETED = Pattern.compile("[(（\\[【〔]([^()（）\\[\\]【】〔〕]{2,12})[)）\\]】〕]");
    private static final Pattern GROUP = Pattern.compile("集团$|^集团");

    /** Equal for all writings of one name. */
    final String whole;
    /** As {@link #whole} without the legal form, place and group included: what short names are taken from. */
    final Line line;

    final Line core;
    final Place place;
    final String form;
    final boolean group;

    private CompanyName(String whole, Line line, Line core, Place place, String form, boolean group) {
        this.whole = whole;
        this.line = line;
        this.core = core;
        this.place = place;
        this.form = form;
        this.group = group;
    }

    static CompanyName of(String written, Rarity rarity) {
        String name = Folding.fold(written).strip();
        Place place = Place.NONE;
        Matcher bracketed = BRACKETED.matcher(name);
        if (bracketed.find()) {
            String inside = bracketed.group(1);
            Place found = Places.at(inside, 0);
            if (found.length() == inside.length()) {
                place = found;
                name = name.substring(0, bracketed.start()) + name.substring(bracketed.end());
            }
        }
        String whole = CompanyNames.normalise(written);
        String bare = CompanyNames.normalise(name);
        Matcher formAt = FORM.matcher(bare);
        String form = formAt.find() ? formAt.group() : "";
        String line = bare.substring(0, bare.length() - form.length());
        Place front = Places.at(line, 0);
        String core = line.substring(front.length());
        String withoutGroup = GROUP.matcher(core).replaceFirst("");
        boolean group =
                withoutGroup.length() < core.length() && withoutGroup.codePointCount(0, withoutGroup.length()) > 1;
        if (group) core = withoutGroup;
        if (core.codePointCount(0, core.length()) < 2) core = line;
        return new CompanyName(
                whole, Line.of(line, rarity), Line.of(core, rarity), front.known() ? front : place, form, group);
    }

    /** A registered name ends in its legal form; anything else is short for it. */
    boolean full() {
        return !form.isEmpty();
    }

    /** What {@link Rarity} counts. */
    List<String> words() {
        return line.counted();
    }
}
