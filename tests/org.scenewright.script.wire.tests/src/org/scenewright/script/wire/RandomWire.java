// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;
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
        return switch (random.nextInt(3)) {
            case 0 -> new ToWorker.Cancel(random.nextInt());
            case 1 -> new ToWorker.Reflect(random.nextInt(), text(), text(), list(this::text));
            default -> new ToWorker.ForScene(random.nextInt(), toScene());
        };
    }

    private ToScene toScene() {
        return switch (random.nextInt(6)) {
            case 0 -> new ToScene.Start(text(), random.nextBoolean(), bytes());
            case 1 -> new ToScene.Tick(random.nextFloat());
            case 2 -> new ToScene.Reply(bytes());
            case 3 -> new ToScene.Answer(random.nextInt(), random.nextBoolean(), text(), bytes());
            case 4 -> new ToScene.Taken(random.nextInt());
            default -> new ToScene.Stop();
        };
    }

    FromWorker fromWorker() {
        return switch (random.nextInt(5)) {
            case 0 -> new FromWorker.Ready(text());
            case 1 ->
                    new FromWorker.Progress(
                            random.nextInt(), random.nextInt(), random.nextInt(), text());
            case 2 -> new FromWorker.Failed(random.nextInt(), text());
            case 3 -> new FromWorker.Reflected(random.nextInt(), reflection());
            default -> new FromWorker.OfScene(random.nextInt(), fromScene());
        };
    }

    private FromScene fromScene() {
        return switch (random.nextInt(8)) {
            case 0 -> new FromScene.Started(random.nextLong());
            case 1 -> new FromScene.Sent(bytes());
            case 2 -> new FromScene.Inspected(bytes());
            case 3 -> new FromScene.Ticked(random.nextLong(), random.nextLong());
            case 4 -> new FromScene.Called(random.nextInt(), text(), text(), text(), bytes());
            case 5 -> new FromScene.Said(oneOf(FromScene.Level.values()), text(), somewhere());
            case 6 ->
                    new FromScene.Threw(
                            oneOf(FromScene.Phase.values()), text(), text(), somewhere());
            default -> new FromScene.Ended();
        };
    }

    private Optional<Place> somewhere() {
        return random.nextBoolean() ? Optional.of(place()) : Optional.empty();
    }

    private <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private ByteBuffer bytes() {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes);
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
