// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

class DisplayServerTest {
    @Test
    void linuxWithADisplayIsTried() {
        assertEquals(
                Optional.empty(), new DisplayServer("Linux", Map.of("DISPLAY", ":0")).missing());
    }

    @Test
    void otherSystemsAreTriedWithoutADisplay() {
        assertEquals(Optional.empty(), new DisplayServer("Windows 11", Map.of()).missing());
        assertEquals(Optional.empty(), new DisplayServer("Mac OS X", Map.of()).missing());
    }

    @Test
    void linuxWithoutADisplayIsTold() {
        check(Map.of(), "DISPLAY is not set");
    }

    @Test
    void anEmptyDisplayIsNone() {
        check(Map.of("DISPLAY", " "), "DISPLAY is not set");
    }

    @Test
    void waylandWithoutX11IsToldWhatToInstall() {
        check(Map.of("WAYLAND_DISPLAY", "wayland-0"), "install Xwayland");
    }

    @Test
    void nothingIsOpenedWithoutADisplay() {
        var nowhere = new DisplayServer("Linux", Map.of());
        var failure = assertThrows(GlUnavailableException.class, () -> Context.open(nowhere));
        assertEquals(nowhere.missing().orElseThrow(), failure.getMessage());
    }

    private static void check(Map<String, String> environment, String part) {
        String sentence = new DisplayServer("Linux", environment).missing().orElseThrow();
        assertTrue(sentence.contains(part), sentence);
    }
}
