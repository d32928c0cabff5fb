package io.chaoxi.platform.sheet;

import java.util.List;

/** A row with the number that a spreadsheet shows beside it (the first is 1), and its cells as text, "" for empty. */
public record SheetRow(int number, List<String> cells) {
    boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
