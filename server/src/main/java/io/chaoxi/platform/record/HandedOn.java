package io.chaoxi.platform.record;

/**
 * Of an object, what goes to somebody else when its owner leaves; registers as a bean. What somebody did stays his deed.
 *
 * @param open a filter for what is still to be done with it, empty for all
 */
public record HandedOn(String object, String open) {
    /** What of it is a person's. */
    public String of(String person) {
        String his = "owner==" + person;
        return open.isEmpty() ? his : his + ";" + open;
    }
}
