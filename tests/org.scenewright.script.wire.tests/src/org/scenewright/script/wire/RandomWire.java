// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Messages of all kinds, the same ones for the same seed. */
final class RandomWire {
    private final Random random;

    RandomWire(long seed) {
        random = new Random(seed);
    }

    ToWorker toWorker() {
        return random.nextBoolean()
                ? new ToWorker.Cancel(random.nextInt())
                : new ToWorker.Reflect(random.nextInt(), text(), text(), list(this::text));
    }

    FromWorker fromWorker() {
        return switch (random.nextInt(4)) {
            case 0 -> new FromWorker.Ready(text());
            case 1 ->
                    new FromWorker.Progress(
                            random.nextInt(), random.nextInt(), random.nextInt(), text());
            case 2 -> new FromWorker.Failed(random.nextInt(), text());
            default -> new FromWorker.Reflected(random.nextInt(), reflection());
        };
    }

    private Reflection reflection() {
        return new Reflection(list(this::definition), list(this::finding), list(this::source));
    }

    private Definition definition() {
        return new Definition(
                text(),
                text(),
                random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
                place(),
                text(),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(new Exported(text(), text())) : Optional.empty(),
                random.nextBoolean(),
                notes());
    }

    private Notes notes() {
        Map<String, String> fields = new HashMap<>();
        list(this::text).forEach(field -> fields.put(field, text()));
        return new Notes(text(), fields);
    }

    private Finding finding() {
        var kinds = Finding.Kind.values();
        return new Finding(kinds[random.nextInt(kinds.length)], place(), text());
    }

    private Source source() {
        return new Source(text(), random.nextLong(), random.nextLong());
    }

    private Place place() {
        return new Place(text(), random.nextInt(), random.nextInt());
    }

    private <T> List<T> list(Supplier<T> element) {
        return Stream.generate(element).limit(random.nextInt(5)).toList();
    }

    /** With what UTF-8 has of every length. */
    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(
                    new int[] {0, 'a', 0x7F, 0xE9, 0x20AC, 0x1F600}[random.nextInt(6)]);
        }
        return text.toString();
    }
}
