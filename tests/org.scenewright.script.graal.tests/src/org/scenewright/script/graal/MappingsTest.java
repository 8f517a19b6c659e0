// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.script.graal.Mappings.Origin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The pieces of a source map. */
class MappingsTest {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int SOURCES = 5;

    private record Piece(int line, int column, Optional<Origin> origin) {}

    private static String number(int value) {
        var text = new StringBuilder();
        int rest = value < 0 ? -value << 1 | 1 : value << 1;
        do {
            int digit = rest & 31;
            rest >>>= 5;
            text.append(DIGITS.charAt(rest == 0 ? digit : digit | 32));
        } while (rest != 0);
        return text.toString();
    }

    /** What a tool would write. */
    private static String written(List<Piece> pieces) {
        var text = new StringBuilder();
        int line = 0;
        int column = 0;
        var last = new Origin(0, 0, 0);
        for (var piece : pieces) {
            if (piece.line() > line) {
                text.repeat(";", piece.line() - line);
                line = piece.line();
                column = 0;
            } else if (!text.isEmpty()) {
                text.append(',');
            }
            text.append(number(piece.column() - column));
            column = piece.column();
            if (piece.origin().isPresent()) {
                var origin = piece.origin().get();
                text.append(number(origin.source() - last.source()));
                text.append(number(origin.line() - last.line()));
                text.append(number(origin.column() - last.column()));
                last = origin;
            }
        }
        return text.toString();
    }

    private static List<Piece> pieces(Random random) {
        List<Piece> pieces = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (int i = 0; i < 200; i++) {
            int down = random.nextInt(4) == 0 ? random.nextInt(1, 4) : 0;
            line += down;
            column = (down == 0 ? column : 0) + random.nextInt(1, 3000);
            var origin =
                    new Origin(
                            random.nextInt(SOURCES), random.nextInt(100_000), random.nextInt(500));
            pieces.add(
                    new Piece(line, column, i % 7 == 3 ? Optional.empty() : Optional.of(origin)));
        }
        return pieces;
    }

    /** What it should be: the last piece with an origin in the line up to a column. */
    private static Optional<Origin> origin(List<Piece> pieces, int line, int column) {
        return pieces.stream()
                .filter(p -> p.line() == line && p.column() <= column)
                .flatMap(p -> p.origin().stream())
                .reduce((first, second) -> second);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPieceIsFound(long seed) throws IOException {
        var random = new Random(seed);
        var pieces = pieces(random);
        var mappings = Mappings.read(written(pieces), SOURCES);
        for (int i = 0; i < 2000; i++) {
            int line = random.nextInt(pieces.getLast().line() + 2);
            int column = random.nextInt(20_000);
            assertEquals(origin(pieces, line, column), mappings.origin(line, column));
        }
    }

    @Test
    void thereIsNothingInAnEmptyMap() throws IOException {
        assertEquals(Optional.empty(), Mappings.read("", 1).origin(0, 0));
    }

    @Test
    void aNameBesideAnOriginDoesNotMatter() throws IOException {
        var origin = new Origin(0, 1, 2);
        assertEquals(Optional.of(origin), Mappings.read("AACEK", 1).origin(0, 9));
    }

    @Test
    void piecesThatGoBackAreLeftOut() throws IOException {
        var origin = new Origin(0, 1, 0);
        assertEquals(Optional.of(origin), Mappings.read("KACA,FACA", 1).origin(0, 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "g", "gggggggA", "ACAA", "ADAA", "AADA"})
    void whatIsNoMapIsRefused(String text) {
        assertThrows(IOException.class, () -> Mappings.read(text, 1));
    }
}
