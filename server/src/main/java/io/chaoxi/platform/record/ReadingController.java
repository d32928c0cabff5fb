package io.chaoxi.platform.record;

import io.chaoxi.platform.problem.Input;
import io.chaoxi.platform.problem.Shaped;
import io.chaoxi.platform.rights.Needs;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What the cells of a sheet mean for the fields of an object. */
@RestController
class ReadingController {
    private static final int MOST_ROWS = 200;
    private static final int MOST_FIELDS = 200;

    private final Catalogues catalogues;
    private final Readings readings;

    ReadingController(Catalogues catalogues, Readings readings) {
        this.catalogues = catalogues;
        this.readings = readings;
    }

    /** The texts of each row in the order of {@code fields}. */
    record Body(List<String> fields, List<List<String>> rows) {}

    @PostMapping("/api/v1/{path:[a-z][a-z-]*}/readings")
    @Needs("{object}.update")
    Readings.Answer read(@PathVariable String path, @RequestBody @Shaped(Body.class) JsonNode body) {
        Catalogue catalogue = catalogues.ofPath(path);
        var input = Input.of(body, Body.class);
        List<Field> fields = fields(catalogue, input);
        List<List<String>> rows = rows(input);
        input.check();
        return readings.of(catalogue, fields, rows);
    }

    private static List<Field> fields(Catalogue catalogue, Input input) {
        var fields = new ArrayList<Field>();
        for (String name : input.texts("fields", MOST_FIELDS)) {
            catalogue.visible(name).ifPresentOrElse(fields::add, () -> input.refuse("fields", "unknownField"));
        }
        if (fields.stream().distinct().count() < fields.size()) input.refuse("fields", "twiceThere");
        return fields;
    }

    private static List<List<String>> rows(Input input) {
        var rows = new ArrayList<List<String>>();
        for (JsonNode row : input.list("rows", MOST_ROWS)) {
            boolean texts = row.isArray() && row.values().stream().allMatch(JsonNode::isString);
            if (texts) rows.add(row.values().stream().map(JsonNode::stringValue).toList());
            else input.refuse("rows", "notAList");
        }
        return rows;
    }
}
