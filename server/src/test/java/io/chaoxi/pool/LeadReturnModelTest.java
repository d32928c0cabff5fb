package io.chaoxi.pool;

/** Weeks of claims, follow-ups, ends, locks and other rules: leads. */
class LeadReturnModelTest extends ReturnModelTest {
    @Override
    String object() {
        return "lead";
    }
}
