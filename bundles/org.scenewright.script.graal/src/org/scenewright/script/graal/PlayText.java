// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the worker brings along for playing, beside its classes. */
final class PlayText {
    private PlayText() {}

    static String of(String name) {
        try (var in = PlayText.class.getResourceAsStream("play/" + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
