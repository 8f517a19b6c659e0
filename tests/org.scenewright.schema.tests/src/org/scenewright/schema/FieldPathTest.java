// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class FieldPathTest {
    private final FieldPath path = FieldPath.parse("material.pbr.albedoColor");

    @Test
    void theDottedFormIsReadAndWritten() {
        assertEquals(FieldPath.of("material", "pbr", "albedoColor"), path);
        assertEquals("material.pbr.albedoColor", path.toString());
        assertEquals(FieldPath.WHOLE, FieldPath.parse(""));
    }

    @Test
    void aPathIsTakenApart() {
        assertEquals("material", path.first());
        assertEquals(FieldPath.parse("pbr.albedoColor"), path.rest());
        assertEquals(FieldPath.parse("material.pbr"), path.parent());
        assertEquals(FieldPath.of("albedoColor"), path.last());
    }

    @Test
    void aPathGrows() {
        assertEquals("material.pbr.albedoColor.r", path.child("r").toString());
        assertEquals("value.3", FieldPath.of("value").child(3).toString());
    }

    @Test
    void onlyPlainDigitsAreAnIndex() {
        assertEquals(12, FieldPath.index("12"));
        assertEquals(-1, FieldPath.index("-1"));
        assertEquals(-1, FieldPath.index(""));
        assertEquals(-1, FieldPath.index("1e3"));
        assertEquals(-1, FieldPath.index("99999999999999999999"));
    }

    @Test
    void aPathDoesNotChangeWithTheListItWasMadeFrom() {
        var steps = new ArrayList<>(List.of("a"));
        var made = new FieldPath(steps);
        steps.add("b");
        assertEquals(FieldPath.of("a"), made);
        assertThrows(UnsupportedOperationException.class, () -> made.steps().add("c"));
    }
}
