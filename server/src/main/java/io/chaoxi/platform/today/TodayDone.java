package io.chaoxi.platform.today;

/**
 * What somebody did today and, to compare it with, yesterday; registers as a bean.
 *
 * @param key names it, with {@code done.<key>} in labels/today.yaml
 * @param moment the field that tells when it was
 * @param filter which of these records count; all where it is empty
 */
public record TodayDone(String key, String object, String moment, String filter) {

    /** @param day a relative day of filters, such as {@code @today} */
    public String on(String day) {
        String then = moment + "==" + day;
        return filter.isEmpty() ? then : then + ";" + filter;
    }
}
