package io.chaoxi.pool;

/** What nobody follows returns: leads. */
class LeadReturnsTest extends ReturnsTest {
    @Override
    String object() {
        return "lead";
    }
}
