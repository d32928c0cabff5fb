package io.chaoxi.exchange;

import java.util.List;

/** What an export was asked for; kept as the arguments of its job. Empty texts mean "not asked". */
record ExportOrder(String object, String filter, String q, String sort, List<String> fields, String format) {
    ExportOrder {
        fields = List.copyOf(fields);
    }
}
