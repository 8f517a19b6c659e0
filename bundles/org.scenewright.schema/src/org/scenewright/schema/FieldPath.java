// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * The way from a component's value to one of its parts: names of fields and indices of items.
 *
 * @param steps field names, or decimal indices within lists; empty for the whole value
 */
public record FieldPath(List<String> steps) {

    public static final FieldPath WHOLE = new FieldPath(List.of());

    public FieldPath {
        steps = List.copyOf(steps);
    }

    public static FieldPath of(String... steps) {
        return new FieldPath(List.of(steps));
    }

    /**
     * Reads the dotted form, for example {@code material.pbr.albedoColor.r} or {@code
     * value.0.name}.
     */
    public static FieldPath parse(String dotted) {
        if (dotted.indexOf('.') < 0) {
            return dotted.isEmpty() ? WHOLE : of(dotted);
        }
        return new FieldPath(List.of(dotted.split("\\.")));
    }

    /** The index that a step spells, or -1 for a field name. */
    static int index(String step) {
        boolean digits =
                !step.isEmpty()
                        && step.length() < 9
                        && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(step) : -1;
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    public String first() {
        return steps.getFirst();
    }

    public FieldPath rest() {
        return new FieldPath(steps.subList(1, steps.size()));
    }

    /** The path to the part that holds the last step. */
    public FieldPath parent() {
        return new FieldPath(steps.subList(0, steps.size() - 1));
    }

    /** The last step as a path of its own. */
    public FieldPath last() {
        return of(steps.getLast());
    }

    public FieldPath child(String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(longer);
    }

    public FieldPath child(int index) {
        return child(Integer.toString(index));
    }

    @Override
    public String toString() {
        return String.join(".", steps);
    }
}
