package io.chaoxi.platform.record;

import io.chaoxi.platform.Label;

/** How yes and no are written in sheets. */
final class YesNo {
    private static final Label YES = new Label("是", "Yes");
    private static final Label NO = new Label("否", "No");

    private YesNo() {}

    static Label label(boolean yes) {
        return yes ? YES : NO;
    }
}
