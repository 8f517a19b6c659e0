// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

class JsonTextRandomTest {
    private static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    private static String write(String text, Value now) {
        var json = JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
        return new String(json.with(now), StandardCharsets.UTF_8);
    }

    /** The paths of all structs and lists in a value. */
    private static List<FieldPath> containers(Value value, FieldPath path) {
        var all = new ArrayList<FieldPath>();
        if (value instanceof Value.Fields(var fields)) {
            all.add(path);
            fields.forEach((name, field) -> all.addAll(containers(field, path.child(name))));
        } else if (value instanceof Value.Items(var items)) {
            all.add(path);
            for (int i = 0; i < items.size(); i++) {
                all.addAll(containers(items.get(i), path.child(i)));
            }
        }
        return all;
    }

    private static int commonStart(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    /** One text is the other with a single stretch put in. */
    private static void assertOneStretch(String shorter, String longer) {
        int start = commonStart(shorter, longer);
        String rest = shorter.substring(start);
        assertTrue(
                longer.endsWith(rest),
                () -> "more than one place changed:\n" + shorter + "\n->\n" + longer);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingChangesWithoutAnEdit(long seed) {
        String text = new RandomJson(seed).text();
        var value = ValueJson.parse(text);
        assertEquals(value, JsonText.parse(text.getBytes(StandardCharsets.UTF_8)).value());
        assertEquals(text, write(text, value));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneScalarChangesOnlyItsOwnText(long seed) {
        var json = new RandomJson(seed);
        var random = new Random(seed);
        for (int i = 0; i < Math.min(10, json.scalars().size()); i++) {
            var scalar = json.scalars().get(random.nextInt(json.scalars().size()));
            var now = ValueJson.parse(json.text()).with(scalar.path(), Value.of(4711));
            String expected =
                    json.text().substring(0, scalar.from())
                            + 4711
                            + json.text().substring(scalar.to());
            assertEquals(expected, write(json.text(), now));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRemovedPartIsOneStretch(long seed) {
        var json = new RandomJson(seed);
        for (var scalar : json.scalars()) {
            var now = ValueJson.parse(json.text()).without(scalar.path());
            String written = write(json.text(), now);
            assertEquals(now, ValueJson.parse(written));
            assertOneStretch(written, json.text());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAddedPartIsOneStretchAndGoesAway(long seed) {
        String text = new RandomJson(seed).text();
        var random = new Random(seed);
        var value = ValueJson.parse(text);
        for (var path : containers(value, FieldPath.WHOLE)) {
            var part = value.at(path).orElseThrow();
            String step = part instanceof Value.Items(var items) ? "" + items.size() : "added";
            var now = value.with(path.child(step), RandomJson.value(random, 0));
            String written = write(text, now);
            assertEquals(now, ValueJson.parse(written));
            assertEquals(value, ValueJson.parse(write(written, value)));
            if (!part.equals(Value.EMPTY) && !part.equals(Value.of(List.of()))) {
                assertOneStretch(text, written);
                assertEquals(text, write(written, value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyEditsSayWhatWasMeant(long seed) {
        var json = new RandomJson(seed);
        var random = new Random(seed);
        var now = ValueJson.parse(json.text());
        for (int i = 0; i < 8; i++) {
            var places = containers(now, FieldPath.WHOLE);
            now = edited(now, places.get(random.nextInt(places.size())), random);
        }
        assertEquals(now, ValueJson.parse(write(json.text(), now)));
        var other = ValueJson.parse(new RandomJson(seed + 100_000).text());
        assertEquals(other, ValueJson.parse(write(json.text(), other)));
    }

    private static Value edited(Value value, FieldPath place, Random random) {
        var part = value.at(place).orElseThrow();
        boolean isList = part instanceof Value.Items;
        int size = isList ? part.items("").size() : 0;
        String step = isList ? "" + random.nextInt(size + 1) : "k" + random.nextInt(7);
        var path = place.child(step);
        return random.nextInt(3) == 0
                ? value.without(path)
                : value.with(path, RandomJson.value(random, 0));
    }
}
