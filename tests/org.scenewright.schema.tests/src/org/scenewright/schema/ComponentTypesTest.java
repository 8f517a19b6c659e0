// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.ComponentId;

import java.util.List;
import java.util.Optional;

class ComponentTypesTest {
    private final ComponentType hide = type("inspector::Hide", 5000, new Schema.Flag());
    private final ComponentType lock = type("inspector::Lock", 5001, new Schema.Flag());
    private final ComponentTypes types = ComponentTypes.of(List.of(hide, lock));

    @Test
    void aTypeIsFoundByNameAndByNumber() {
        assertEquals(Optional.of(lock), types.find("inspector::Lock"));
        assertEquals(Optional.of(lock), types.find(new ComponentId(5001)));
        assertEquals(Optional.empty(), types.find("inspector::Tile"));
        assertEquals(Optional.empty(), types.find(new ComponentId(1)));
    }

    @Test
    void aTypeOfTheSameNameIsReplacedInItsPlace() {
        var other = type("inspector::Hide", 5000, new Schema.Opaque("foreign"));
        assertEquals(List.of(other, lock), List.copyOf(types.with(other).all()));
        assertEquals(Optional.of(other), types.with(other).find(new ComponentId(5000)));
        assertEquals(Optional.of(hide), types.find("inspector::Hide"));
    }

    @Test
    void theFirstOfTwoTypesKeepsTheirNumber() {
        var second = type("my::Twin", 5000, new Schema.Flag());
        assertEquals(Optional.of(hide), types.with(second).find(new ComponentId(5000)));
        assertEquals(Optional.of(second), types.with(second).find("my::Twin"));
    }

    @Test
    void theShortNameStandsAfterTheColons() {
        assertEquals("Hide", hide.shortName());
        assertEquals("cube-id", type("cube-id", 1, new Schema.Flag()).shortName());
    }

    private static ComponentType type(String name, int number, Schema schema) {
        var id = new ComponentId(number);
        return new ComponentType(
                name, id, schema, JsonSchemas.codec(schema), ComponentType.Role.AUTHORED);
    }
}
