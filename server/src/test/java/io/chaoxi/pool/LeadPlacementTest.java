package io.chaoxi.pool;

/** Whatever has no owner is in exactly one pool: leads. */
class LeadPlacementTest extends PlacementTest {
    @Override
    String object() {
        return "lead";
    }
}
