// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.About;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;

import java.util.List;
import java.util.Map;

/** Which components are offered to be added. */
class CandidatesTest {
    private static final ComponentType DOOR = type("my::Door", "", false, "Opens when touched.");
    private static final ComponentType ROTATOR =
            type("lib::Rotator", "rotator-library", false, "Turns things.");
    private static final ComponentType SECRET = type("lib::Secret", "rotator-library", true, "");
    private static final Candidates ALL = new Candidates(List.of(SECRET, ROTATOR, DOOR));

    private static ComponentType type(String name, String from, boolean internal, String text) {
        return ComponentType.declared(name, new Schema.Struct(List.of()))
                .with(new About(from, internal, text, Map.of()));
    }

    private static void check(String typed, boolean internal, ComponentType... found) {
        assertEquals(List.of(found), ALL.find(typed, internal));
    }

    @Test
    void internalOnesAreHiddenUnlessAskedFor() {
        check("", false, DOOR, ROTATOR);
        check("", true, DOOR, ROTATOR, SECRET);
    }

    @Test
    void theyAreFoundByNamePackageAndWhatTheyAreFor() {
        check("door", false, DOOR);
        check("rotator-lib", false, ROTATOR);
        check("touched opens", false, DOOR);
        check("nothing like it", true);
    }

    @Test
    void aTitleIsBetterThanAnythingElse() {
        check("r", false, DOOR, ROTATOR);
        check("t", true, ROTATOR, SECRET, DOOR);
    }

    @Test
    void thoseOfOthersShowTheirPackage() {
        assertEquals("Rotator  \u2013  lib::Rotator  (rotator-library)", Candidates.label(ROTATOR));
        assertEquals("Door  \u2013  my::Door", Candidates.label(DOOR));
    }
}
