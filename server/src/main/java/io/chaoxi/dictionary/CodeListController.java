package io.chaoxi.dictionary;

import io.chaoxi.platform.problem.Refusal;
import io.chaoxi.platform.reference.Industries;
import io.chaoxi.platform.reference.Industry;
import io.chaoxi.platform.reference.Region;
import io.chaoxi.platform.reference.Regions;
import io.chaoxi.platform.rights.Acting;
import io.chaoxi.platform.rights.Needs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The national code lists over HTTP; the same for every firm. */
@RestController
@RequestMapping("/api/v1")
@Needs(Needs.SIGNED_IN)
class CodeListController {
    private static final int MOST_FOUND = 20;
    private static final int LONGEST_SEARCH = 100;

    /** An entry of a code list; a leaf has nothing below it. */
    record Entry(String id, String label, @Nullable String parent, boolean leaf) {}

    /** What lies directly below a region; without one the provinces. */
    @GetMapping("/regions")
    Map<String, List<Entry>> regions(@RequestParam(defaultValue = "") String parent) {
        var found = Regions.children(parent.isEmpty() ? null : parent);
        return Map.of(
                "items",
                found.stream().map(region -> entry(region, region.name())).toList());
    }

    /** Regions by code, name or pinyin initials, wide ones first, each with its full label. */
    @GetMapping("/regions/search")
    Map<String, List<Entry>> searchRegions(@RequestParam String q) {
        if (q.length() > LONGEST_SEARCH) throw Refusal.malformed("parameterRefused", Map.of("name", "q"));
        return Map.of(
                "items",
                found(q).stream()
                        .map(region -> entry(region, Regions.label(region.code())))
                        .toList());
    }

    private static List<Region> found(String q) {
        Region exact = Regions.byCode(q);
        return exact == null ? Regions.search(q, MOST_FOUND) : List.of(exact);
    }

    private static Entry entry(Region region, String label) {
        return new Entry(
                region.code(),
                label,
                region.parent(),
                Regions.children(region.code()).isEmpty());
    }

    /** All sections, each followed by its divisions. */
    @GetMapping("/industries")
    Map<String, List<Entry>> industries() {
        return Map.of(
                "items",
                Industries.children(null).stream()
                        .flatMap(section ->
                                Stream.concat(Stream.of(section), Industries.children(section.code()).stream()))
                        .map(CodeListController::entry)
                        .toList());
    }

    private static Entry entry(Industry industry) {
        return new Entry(
                industry.code(),
                industry.label(Acting.current().locale()),
                industry.parent(),
                industry.parent() != null);
    }
}
