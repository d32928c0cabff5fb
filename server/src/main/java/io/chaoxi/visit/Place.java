package io.chaoxi.visit;

import io.chaoxi.platform.problem.Input;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where somebody was when he began or ended a visit, as his telephone told it with his leave.
 *
 * @param latitude degrees north, six decimals
 * @param longitude degrees east, six decimals
 * @param accuracy metres around it in which he was; null where the telephone did not say
 */
record Place(
        BigDecimal latitude, BigDecimal longitude, @Nullable Integer accuracy) {
    private static final BigDecimal NORTH = BigDecimal.valueOf(90);
    private static final BigDecimal EAST = BigDecimal.valueOf(180);
    private static final int DECIMALS = 6;
    private static final int FARTHEST = 100_000;

    /** None where nothing is told; faults stand among those of the body. */
    static @Nullable Place of(Input input, JsonNode body) {
        if (input.isNothing("position")) return null;
        JsonNode node = body.get("position");
        if (!node.isObject()) {
            input.refuse("position", "notAnObject");
            return null;
        }
        var part = Input.of(node, Place.class);
        BigDecimal latitude = degrees(part, "latitude", NORTH);
        BigDecimal longitude = degrees(part, "longitude", EAST);
        Integer accuracy = part.isNothing("accuracy") ? null : part.number("accuracy", 0, FARTHEST, 0);
        input.refuse("position", part);
        return new Place(latitude, longitude, accuracy);
    }

    private static BigDecimal degrees(Input part, String name, BigDecimal most) {
        BigDecimal degrees = part.decimal(name, 3, DECIMALS, null);
        if (degrees.abs().compareTo(most) > 0) part.refuse(name, "outOfRange", Map.of());
        return degrees;
    }
}
