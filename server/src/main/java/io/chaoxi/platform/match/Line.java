package io.chaoxi.platform.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Characters of a Chinese name in their order, each with what its agreement says. */
final class Line {
    final int[] points;
    final double[] bits;

    private Line(int[] points, double[] bits) {
        this.points = points;
        this.bits = bits;
    }

    static Line of(String text, Rarity rarity) {
        int[] points = text.codePoints().toArray();
        double[] bits = new double[points.length];
        for (int i = 0; i < points.length; i++) bits[i] = rarity.bits(sign(points[i]));
        return new Line(points, bits);
    }

    int length() {
        return points.length;
    }

    double sum() {
        double sum = 0;
        for (double bit : bits) sum += bit;
        return sum;
    }

    /** Each pair of neighbouring characters once, with what its characters say. */
    Map<String, Double> pairs() {
        Map<String, Double> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < points.length; i++) pairs.put(new String(points, i, 2), bits[i] + bits[i + 1]);
        return pairs;
    }

    /** What {@link Rarity} counts. */
    List<String> counted() {
        return toString().codePoints().mapToObj(Line::sign).toList();
    }

    private static String sign(int point) {
        return "h" + Character.toString(point);
    }

    @Override
    public String toString() {
        return new String(points, 0, points.length);
    }
}
