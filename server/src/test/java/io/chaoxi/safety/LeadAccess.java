package io.chaoxi.safety;

import io.chaoxi.testing.Firm;
import io.chaoxi.testing.Http;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ways to a lead that is shared with nobody. */
final class LeadAccess {
    /** What each way needs. */
    static final List<String> ACTIONS = List.of("read", "update", "read", "reveal");

    private LeadAccess() {}

    static UUID made(Firm firm, int number, Object owner) {
        var values = new HashMap<String, Object>(Map.of("name", "听说的" + number));
        values.put("phone", "+86137000" + (10_000 + number));
        values.put("owner", owner);
        return firm.record("lead", values);
    }

    static boolean granted(Http http, UUID lead, int way) {
        String at = "/api/v1/leads/" + lead;
        return switch (way) {
            case 0 -> http.get(at).status() == 200;
            case 1 -> http.patch(at, 999_999, Map.of("remark", "简")).code().equals("stale");
            case 2 -> http.get("/api/v1/leads?limit=200&fields=name").text().contains(lead.toString());
            default -> http.post(at + "/reveal", Map.of("field", "phone")).status() == 200;
        };
    }
}
