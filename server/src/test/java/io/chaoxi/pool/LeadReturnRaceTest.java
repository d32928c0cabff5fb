package io.chaoxi.pool;

/** Returns beside follow-ups, other runs and faults: leads. */
class LeadReturnRaceTest extends ReturnRaceTest {
    @Override
    String object() {
        return "lead";
    }
}
