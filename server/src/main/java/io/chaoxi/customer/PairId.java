package io.chaoxi.customer;

import io.chaoxi.platform.Ids;
import io.chaoxi.platform.problem.Refusal;
import java.util.UUID;

/** Which pair: the ids of both with a dot between, the lesser one first. */
record PairId(UUID one, UUID other) {

    /** 404 for a text that names none. */
    static PairId known(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) throw Refusal.notFound();
        UUID one = Ids.known(text.substring(0, dot));
        UUID other = Ids.known(text.substring(dot + 1));
        return one.compareTo(other) < 0 ? new PairId(one, other) : new PairId(other, one);
    }

    @Override
    public String toString() {
        return one + "." + other;
    }
}
