package io.chaoxi.platform.record;

import io.chaoxi.platform.rights.Needs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What stands over the groups of a list and under its columns, and where two of its fields meet: counts and sums. */
@RestController
@RequestMapping("/api/v1/{path:[a-z][a-z-]*}")
class GroupController {
    private final Catalogues catalogues;
    private final RecordGroups groups;
    private final RecordMatrix matrix;

    GroupController(Catalogues catalogues, RecordGroups groups, RecordMatrix matrix) {
        this.catalogues = catalogues;
        this.groups = groups;
        this.matrix = matrix;
    }

    @GetMapping("/groups")
    @Needs("{object}.read")
    RecordGroups.Groups groups(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String sums,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q) {
        return groups.of(catalogues.ofPath(path), RecordQuery.of(filter, q), by.strip(), RecordQuery.names(sums));
    }

    @GetMapping("/matrix")
    @Needs("{object}.read")
    RecordMatrix.Matrix matrix(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String q) {
        return matrix.of(catalogues.ofPath(path), RecordQuery.of(filter, q), rows.strip(), columns.strip());
    }
}
