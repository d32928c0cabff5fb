package io.chaoxi.pool;

/** Whoever acts too late takes nothing away: leads. */
class LeadTooLateTest extends TooLateTest {
    @Override
    String object() {
        return "lead";
    }
}
