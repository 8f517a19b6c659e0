// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes trees of boxes as scenes might, the same ones for the same seed. */
final class RandomBoxes {
    private static final List<String> EDGES = List.of("Left", "Top", "Right", "Bottom");

    /** What lines can do, by the numbers of the protocol. */
    private static final List<Double> CONTENTS = List.of(1.0, 2.0, 3.0, 4.0, 6.0, 7.0);

    private final Random random;
    private int left = 40;

    RandomBoxes(long seed) {
        random = new Random(seed);
    }

    /**
     * A box.
     *
     * @param letters how many letters it shows; none where it is made of boxes
     */
    record Tree(Map<String, Double> style, Optional<Integer> letters, List<Tree> children) {

        boolean is(String field, double number) {
            return style.getOrDefault(field, 0.0) == number;
        }

        String json() {
            var parts = new ArrayList<String>();
            parts.add("\"style\":" + fields());
            letters.ifPresent(count -> parts.add("\"text\":" + count));
            var below = children.stream().map(Tree::json).toList();
            parts.add("\"children\":[" + String.join(",", below) + "]");
            return "{" + String.join(",", parts) + "}";
        }

        private String fields() {
            return style.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        FlexBox box() {
            var fields = new LinkedHashMap<String, Value>();
            this.style.forEach((name, number) -> fields.put(name, Value.of(number)));
            var style = new FlexReading(new Part(fields)).style();
            var box = new FlexBox(style, letters.map(count -> width -> measure(count, width)));
            children.forEach(child -> box.add(child.box()));
            return box;
        }

        /** Letters of 10 x 20 that break anywhere. */
        private static float[] measure(int letters, float width) {
            int perLine = (int) Math.min(letters, Math.max(1, Math.floor((width + 0.01) / 10)));
            return new float[] {perLine * 10, Math.ceilDiv(letters, perLine) * 20};
        }
    }

    Tree root() {
        var size = Map.of("width", 800.0, "widthUnit", 1.0, "height", 600.0, "heightUnit", 1.0);
        return new Tree(size, Optional.empty(), children(0, size));
    }

    private List<Tree> children(int depth, Map<String, Double> parent) {
        var children = new ArrayList<Tree>();
        int count = depth > 4 ? 0 : random.nextInt(depth == 0 ? 4 : 5);
        for (int i = 0; i < count && left-- > 0; i++) {
            children.add(tree(depth + 1, parent));
        }
        return children;
    }

    private Tree tree(int depth, Map<String, Double> parent) {
        var style = style();
        agree(style, parent);
        if (random.nextInt(5) == 0) {
            // Yoga may keep how high a text was when it was narrower, or its percents of other
            // sizes.
            drop(style, "min.*Unit", 1);
            drop(style, "(padding|margin|min|max).*Unit", 2);
            return new Tree(style, Optional.of(1 + random.nextInt(40)), List.of());
        }
        var children = children(depth, style);
        if (children.stream()
                .noneMatch(child -> child.is("positionType", 0) && child.is("display", 0))) {
            // Yoga divides by their number.
            style.remove("justifyContent");
        }
        return new Tree(style, Optional.empty(), children);
    }

    /** Leaves out that on which Yoga 3, the Yoga of the explorers and CSS do not agree. */
    private static void agree(Map<String, Double> style, Map<String, Double> parent) {
        boolean isAbsolute = style.getOrDefault("positionType", 0.0) == 1;
        boolean wraps = parent.getOrDefault("flexWrap", 0.0) != 0;
        boolean isOnBaseline = parent.getOrDefault("alignItems", 0.0) == 5;
        if (parent.getOrDefault("flexDirection", 0.0) >= 2 || wraps || isOnBaseline) {
            drop(style, isAbsolute ? "" : "position.*Unit", 1, 2);
        }
        if (!isGiven(parent)) {
            // Percents of what depends on them.
            drop(style, ".*Unit", 2);
        }
        drop(style, isAbsolute ? "margin.*Unit" : "", 2);
        drop(style, wraps ? "margin.*Unit" : "", 3);
        drop(style, style.containsKey("flexWrap") ? "max.*Unit" : "", 2);
        if (style.getOrDefault("alignItems", 0.0) == 5 && !isGiven(style)) {
            style.remove("alignItems");
        }
        double align = style.getOrDefault("alignSelf", parent.getOrDefault("alignItems", 4.0));
        drop(style, align % 5 <= 1 && (wraps || isOnBaseline) ? "margin.*Unit" : "", 1, 2, 3);
    }

    private static void drop(Map<String, Double> style, String fields, int... units) {
        for (int unit : units) {
            style.keySet().removeIf(field -> field.matches(fields) && style.get(field) == unit);
        }
    }

    /** Whether it is as wide and high as its style says. */
    private static boolean isGiven(Map<String, Double> style) {
        return isGiven(style, "width") && isGiven(style, "height");
    }

    private static boolean isGiven(Map<String, Double> style, String size) {
        return style.getOrDefault(size + "Unit", 0.0) == 1;
    }

    private Map<String, Double> style() {
        var style = new LinkedHashMap<String, Double>();
        choice(style, "flexDirection", 4);
        choice(style, "flexWrap", 3);
        choice(style, "justifyContent", 6);
        sometimes(3, () -> style.put("alignItems", 1.0 + random.nextInt(5)));
        choice(style, "alignSelf", 5);
        sometimes(3, () -> style.put("alignContent", CONTENTS.get(random.nextInt(6))));
        choice(style, "positionType", 2);
        sometimes(8, () -> choice(style, "display", 2));
        sometimes(4, () -> choice(style, "overflow", 3));
        sometimes(3, () -> style.put("flexGrow", random.nextInt(4) / 2.0));
        sometimes(3, () -> style.put("flexShrink", random.nextInt(4) / 2.0));
        sometimes(4, () -> length(style, "flexBasis", 150, 3));
        sometimes(2, () -> length(style, "width", 300, 3));
        sometimes(2, () -> length(style, "height", 200, 3));
        for (var axis : List.of("Width", "Height")) {
            // Where both are given and clash, Yoga 3 takes the most, and all others the least.
            sometimes(
                    4, () -> length(style, (random.nextBoolean() ? "min" : "max") + axis, 200, 2));
        }
        for (var edge : EDGES) {
            sometimes(5, () -> length(style, "margin" + edge, 30, 3));
            sometimes(5, () -> length(style, "padding" + edge, 30, 2));
            sometimes(5, () -> length(style, "position" + edge, 40, 2));
            sometimes(8, () -> length(style, "border" + edge + "Width", 10, 1));
        }
        return style;
    }

    private void sometimes(int one, Runnable deed) {
        if (random.nextInt(one) == 0) {
            deed.run();
        }
    }

    private void choice(Map<String, Double> style, String field, int count) {
        sometimes(3, () -> style.put(field, (double) random.nextInt(count)));
    }

    /**
     * A length.
     *
     * @param units how many units it may have: points, percents, and what fits
     */
    private void length(Map<String, Double> style, String field, int most, int units) {
        int unit = 1 + random.nextInt(units);
        style.put(field + "Unit", (double) unit);
        if (unit != 3) {
            style.put(field, (double) random.nextInt(unit == 1 ? most : 60));
        }
    }
}
