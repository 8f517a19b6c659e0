// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** One component that several people write, whatever order their messages come in. */
class CellStateTest {
    private static final ComponentType TAGS =
            SceneText.TYPES.find("core-schema::Tags").orElseThrow();

    /** What somebody wrote at a time, which field they meant, and whom they had heard. */
    private record Said(
            String author, int time, String json, String field, Map<String, Long> seen) {

        void tell(CellState state) {
            var context = context();
            var bytes = TAGS.codec().toBytes(ValueJson.parse(json));
            var message =
                    Stamped.received(time, TAGS.codec().fromBytes(bytes), bytes, TAGS.codec());
            state.merge(message, context);
            for (var who : context.stream().toList()) {
                var path = FieldPath.parse(field);
                var value = message.value().flatMap(v -> v.at(path));
                if (!field.equals("-")) {
                    state.note(path, new Register(time, who, value, Optional.empty()), lost -> {});
                }
            }
        }

        private VersionVector vector() {
            return seen.entrySet().stream()
                    .reduce(
                            VersionVector.NOTHING,
                            (all, e) -> all.with(new Author(e.getKey(), 1), e.getValue()),
                            VersionVector::joined);
        }

        private Optional<Batch.Context> context() {
            return author.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Batch.Context.after(vector(), new Author(author, 1), time));
        }
    }

    /** Tells everything in all sorts of orders; the component is the same after each. */
    private static void check(String expected, Said... all) {
        var results = new HashSet<Optional<Value>>();
        var random = new Random(1);
        for (int i = 0; i < 50; i++) {
            var order = new ArrayList<>(List.of(all));
            order.add(all[random.nextInt(all.length)]);
            Collections.shuffle(order, random);
            var start = Value.fields("tags", Value.of(List.<Value>of()));
            var state =
                    new CellState(
                            Stamped.own(0, Optional.of(start), TAGS.codec()),
                            new Room(ReplicaLimits.USUAL));
            order.forEach(said -> said.tell(state));
            results.add(state.value());
        }
        assertEquals(Set.of(Optional.of(ValueJson.parse(expected))), results);
    }

    @Test
    void ofMoreFieldsThanAreKeptTheSameAreForgottenInAnyOrder() {
        var writes = new ArrayList<Integer>();
        IntStream.range(0, 3 * CellState.MOST_REGISTERS).forEach(writes::add);
        var authors = new HashSet<List<Optional<String>>>();
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(writes, new Random(i));
            var state =
                    new CellState(Stamped.deletion(0, TAGS.codec()), new Room(ReplicaLimits.USUAL));
            writes.forEach(w -> note(state, w));
            authors.add(writes.stream().sorted().map(w -> state.address(path(w))).toList());
        }
        assertEquals(1, authors.size());
        var kept = authors.iterator().next().stream().filter(Optional::isPresent).count();
        assertEquals(CellState.MOST_REGISTERS, kept);
    }

    private static FieldPath path(int write) {
        return FieldPath.of("f" + write);
    }

    private static void note(CellState state, int write) {
        var who = Batch.Context.after(VersionVector.NOTHING, new Author("ann", 1), 1 + write / 10);
        var register = new Register(write / 10, who, Optional.empty(), Optional.empty());
        state.note(path(write), register, lost -> {});
    }

    private static String tags(String items) {
        return "{\"tags\":[" + items + "]}";
    }

    @Test
    void theLaterOfTwoWhoKnowEachOtherHolds() {
        check(
                tags("\"b\""),
                new Said("ann", 1, tags("\"a\""), "tags", Map.of()),
                new Said("bob", 2, tags("\"b\""), "tags", Map.of("ann", 1L)));
    }

    @Test
    void aFieldThatTheWinnerHadNotHeardOfIsLaidOverIt() {
        check(
                tags("\"x\",\"y\""),
                new Said("ann", 1, tags("\"a\",\"b\""), "tags", Map.of()),
                new Said("bob", 2, tags("\"x\",\"b\""), "tags.0", Map.of("ann", 1L)),
                new Said("cat", 2, tags("\"a\",\"y\""), "tags.1", Map.of("ann", 1L)));
    }

    @Test
    void aLaterWriteOfAPartHoldsAgainstAnEarlierOneOfTheWhole() {
        check(
                tags("\"a\",\"z\""),
                new Said("ann", 3, tags("\"a\",\"b\""), "tags", Map.of()),
                new Said("bob", 4, tags("\"q\",\"z\""), "tags.1", Map.of()),
                new Said("cat", 5, tags("\"q\",\"z\""), "-", Map.of("bob", 4L)));
    }

    @Test
    void anEchoOfTheWinnerOverwritesNothing() {
        check(
                tags("\"x\",\"y\""),
                new Said("ann", 1, tags("\"a\",\"b\""), "tags", Map.of()),
                new Said("bob", 2, tags("\"x\",\"b\""), "tags.0", Map.of("ann", 1L)),
                new Said("cat", 2, tags("\"a\",\"y\""), "tags.1", Map.of("ann", 1L)),
                new Said("", 2, tags("\"x\",\"b\""), "-", Map.of()));
    }

    @Test
    void aLaterWriteOfTheWholeHoldsAgainstAnEarlierOneOfAPart() {
        check(
                tags("\"q\",\"w\""),
                new Said("bob", 3, tags("\"a\",\"z\""), "tags.1", Map.of()),
                new Said("ann", 4, tags("\"q\",\"w\""), "tags", Map.of()),
                new Said("cat", 5, tags("\"q\",\"w\""), "-", Map.of("ann", 4L)));
    }

    @Test
    void twoWhoSayTheSameKnowTogetherWhatEachOfThemKnew() {
        check(
                tags("\"n\""),
                new Said("ann", 3, tags("\"old\""), "tags.0", Map.of()),
                new Said("bob", 5, tags("\"n\""), "-", Map.of("ann", 3L)),
                new Said("cat", 5, tags("\"n\""), "-", Map.of()));
    }

    @Test
    void aPlainClientOverwritesWhatIsNotLater() {
        check(
                tags("\"p\",\"p\""),
                new Said("ann", 3, tags("\"a\",\"b\""), "tags", Map.of()),
                new Said("", 3, tags("\"p\",\"p\""), "-", Map.of()));
    }

    @Test
    void aPlainClientDoesNotOverwriteWhatIsLater() {
        check(
                tags("\"a\",\"b\""),
                new Said("ann", 4, tags("\"a\",\"b\""), "tags", Map.of()),
                new Said("", 3, tags("\"p\",\"p\""), "-", Map.of()));
    }
}
