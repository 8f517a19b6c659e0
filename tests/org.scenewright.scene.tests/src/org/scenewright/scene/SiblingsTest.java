// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class SiblingsTest {
    private static List<Entity> entities(int count) {
        return IntStream.range(0, count).mapToObj(Entity::new).toList();
    }

    private static void check(List<Entity> model, Siblings siblings) {
        assertEquals(model, siblings);
        assertEquals(model.size(), siblings.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void insertionsAndRemovalsAreThoseOfAnyList(long seed) {
        var random = new Random(seed);
        var model = new ArrayList<>(entities(random.nextInt(2000)));
        var siblings = Siblings.of(model);
        for (int i = 0; i < 6000; i++) {
            boolean grows = model.isEmpty() || random.nextInt(6000) > i;
            int index = random.nextInt(model.size() + (grows ? 1 : 0));
            if (grows) {
                model.add(index, new Entity(i));
                siblings = siblings.with(index, new Entity(i));
            } else {
                model.remove(index);
                siblings = siblings.without(index);
            }
            if (i % 200 == 0) {
                check(model, siblings);
            }
        }
        check(model, siblings);
    }

    @Test
    void theOnesBeforeAChangeStayAsTheyWere() {
        var siblings = Siblings.of(entities(1000));
        siblings.with(500, new Entity(5000));
        siblings.without(500);
        check(entities(1000), siblings);
    }

    @Test
    void allMayGoOneByOne() {
        var siblings = Siblings.of(entities(1000));
        for (int i = 0; i < 1000; i++) {
            siblings = siblings.without(0);
        }
        check(List.of(), siblings);
        check(entities(1), siblings.with(0, new Entity(0)));
    }

    @Test
    void whereNothingIsNothingCanBeTaken() {
        var siblings = Siblings.of(entities(300));
        assertThrows(IndexOutOfBoundsException.class, () -> siblings.get(300));
        assertThrows(IndexOutOfBoundsException.class, () -> siblings.get(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> siblings.without(300));
        assertThrows(IndexOutOfBoundsException.class, () -> siblings.with(301, new Entity(1)));
    }
}
