// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.Map;
import java.util.Optional;

/** What the operating system has to offer before JOGL may be touched. */
record DisplayServer(String osName, Map<String, String> environment) {

    static DisplayServer ofThisMachine() {
        return new DisplayServer(System.getProperty("os.name", ""), System.getenv());
    }

    /** A sentence about what is missing, or empty where a context can be tried. */
    Optional<String> missing() {
        // JOGL on Linux knows X11 only: without a display it throws from static initialisers, which
        // cannot be undone.
        if (!osName.startsWith("Linux") || isSet("DISPLAY")) {
            return Optional.empty();
        }
        return Optional.of(
                isSet("WAYLAND_DISPLAY")
                        ? "OpenGL needs an X11 display, and this Wayland session has none: install"
                                + " Xwayland, or set DISPLAY."
                        : "OpenGL needs a display, and DISPLAY is not set: start inside a graphical"
                                + " session or under Xvfb.");
    }

    /** The display as it is named in messages, in brackets, or nothing where it has no name. */
    String shown() {
        return isSet("DISPLAY") ? " (DISPLAY is " + environment.get("DISPLAY") + ")" : "";
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
