// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Optional;

class SourcePlacesTest {
    private static final Path DIRECTORY = Path.of("project").toAbsolutePath();

    private static Optional<SourceLink> link(String place) {
        return new SourcePlaces(DIRECTORY).link(place);
    }

    private static void check(String place, String file, int line) {
        assertEquals(Optional.of(new SourceLink(DIRECTORY.resolve(file), line)), link(place));
    }

    @Test
    void aPlaceLeadsToItsLine() {
        check("src/index.ts:12", "src/index.ts", 12);
    }

    @Test
    void aPlaceMayHaveAColumn() {
        check("src/ui.tsx:3:7", "src/ui.tsx", 3);
    }

    @Test
    void aPlaceIsReadAsTheTypeCheckerSaysIt() {
        check("src/index.ts(12,5)", "src/index.ts", 12);
    }

    @Test
    void aPlaceOutsideIsNoLink() {
        assertEquals(Optional.empty(), link("../secret.ts:1"));
        assertEquals(Optional.empty(), link("/etc/passwd.ts:1"));
    }

    @Test
    void whatIsNoSourceIsNoLink() {
        assertEquals(Optional.empty(), link("10:30:12"));
    }
}
