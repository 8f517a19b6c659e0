// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code @dcl/ecs} 7.28.0 does, as {@code releng/peer/vectors.cjs} wrote it down. */
class SdkVectorTest {
    private static final Entity E512 = new Entity(512);
    private static final ComponentId C1 = new ComponentId(1);

    static Stream<List<String>> messages() {
        return rows("message");
    }

    static Stream<List<String>> conflicts() {
        return rows("lww");
    }

    static Stream<List<String>> entities() {
        return rows("entity");
    }

    static Stream<List<String>> books() {
        return rows("book");
    }

    private static Stream<List<String>> rows(String kind) {
        try (var in = SdkVectorTest.class.getResourceAsStream("sdk-vectors.tsv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .filter(row -> row.getFirst().equals(kind))
                    .map(row -> row.subList(1, row.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("messages")
    void messagesHaveTheBytesOfTheSdk(List<String> row) {
        var message = message(row);
        String bytes = row.getLast();
        assertEquals(bytes, HexFormat.of().formatHex(CrdtCodec.toBytes(List.of(message))));
        assertEquals(
                new Reading(List.of(message), Optional.empty()),
                CrdtCodec.read(HexFormat.of().parseHex(bytes)));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("conflicts")
    void conflictsEndAndAreCorrectedAsInTheSdk(List<String> row) {
        var store = new LwwStore();
        for (int i = 0; i + 1 < row.size(); i += 2) {
            var verdict = store.merge(Script.message(row.get(i)));
            Optional<CrdtMessage> correction =
                    verdict instanceof Verdict.Outdated(var message)
                            ? Optional.of(message)
                            : Optional.empty();
            assertEquals(
                    Optional.of(row.get(i + 1)).filter(t -> !t.isEmpty()).map(Script::message),
                    correction);
        }
        assertEquals(
                row.getLast(), store.data(E512, C1).map(HexFormat.of()::formatHex).orElse("-"));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void entitiesAreMadeOfNumberAndVersion(List<String> row) {
        var entity = Entity.of(Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)));
        assertEquals(row.get(2), entity.toString());
    }

    /** The SDK may choose another number, but what it chose must be free in our book too. */
    @ParameterizedTest(name = "{index}")
    @MethodSource("books")
    void theBookOfEntitiesIsThatOfTheSdk(List<String> row) {
        var book = new EntityNumbers(512);
        for (String step : row) {
            String[] words = step.split(" ");
            var entity = Script.entity(words[1]);
            switch (words[0]) {
                case "+" ->
                        assertEquals("unknown true", state(book, entity) + " " + book.use(entity));
                case "u" -> book.use(entity);
                case "r" -> book.remove(entity);
                default -> assertEquals(words[2], state(book, entity), () -> row + ": " + step);
            }
        }
    }

    private static String state(EntityNumbers book, Entity entity) {
        if (entity.isReserved()) {
            return "reserved";
        }
        if (book.isUsed(entity)) {
            return "used";
        }
        return book.isRemoved(entity) ? "removed" : "unknown";
    }

    private static CrdtMessage message(List<String> row) {
        var entity = Script.entity(row.get(1));
        var component = Script.component(row.get(2));
        int time = Integer.parseUnsignedInt(row.get(3));
        int network = Integer.parseUnsignedInt(row.get(4));
        byte[] data = HexFormat.of().parseHex(row.get(5));
        return switch (row.get(0)) {
            case "1" -> new CrdtMessage.PutComponent(entity, component, time, data);
            case "2" -> new CrdtMessage.DeleteComponent(entity, component, time);
            case "3" -> new CrdtMessage.DeleteEntity(entity);
            case "4" -> new CrdtMessage.AppendValue(entity, component, time, data);
            case "5" -> new CrdtMessage.PutComponentNetwork(entity, component, time, network, data);
            case "6" -> new CrdtMessage.DeleteComponentNetwork(entity, component, time, network);
            default -> new CrdtMessage.DeleteEntityNetwork(entity, network);
        };
    }
}
