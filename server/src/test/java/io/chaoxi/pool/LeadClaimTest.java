package io.chaoxi.pool;

/** Out of a pool and back: leads. */
class LeadClaimTest extends ClaimTest {
    @Override
    String object() {
        return "lead";
    }
}
