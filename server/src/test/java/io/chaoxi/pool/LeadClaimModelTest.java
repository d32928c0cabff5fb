package io.chaoxi.pool;

/** Random claims and returns come out as the model says: leads. */
class LeadClaimModelTest extends ClaimModelTest {
    @Override
    String object() {
        return "lead";
    }
}
