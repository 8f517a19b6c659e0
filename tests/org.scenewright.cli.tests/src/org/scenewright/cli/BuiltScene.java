// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A scene whose code was written by hand instead of being built. */
record BuiltScene(Path folder) {
    private static final String SETTINGS =
            "{\"scene\": {\"parcels\": [\"%s\"], \"base\": \"%s\"}, \"main\": \"bin/index.js\"}";

    /**
     * Sends messages: put(ENTITY, COMPONENT, TIMESTAMP, BYTES...), del(ENTITY, COMPONENT,
     * TIMESTAMP), end(ENTITY).
     */
    static final String SENDING =
            """
            const { crdtSendToRenderer } = require('~system/EngineApi');
            const words = (...all) => [...new Uint8Array(new Uint32Array(all).buffer)];
            const put = (e, c, t, ...data) => [...words(24 + data.length, 1, e, c, t, data.length), ...data];
            const del = (e, c, t) => words(20, 2, e, c, t);
            const end = (e) => words(12, 3, e);
            const send = (...all) => crdtSendToRenderer({ data: new Uint8Array(all.flat()) });
            """;

    /** One with the code of {@code onUpdate(dt, tick)}. */
    static BuiltScene updating(Path folder, String code) {
        return of(
                folder,
                SENDING
                        + "let tick = 0;\nexports.onUpdate = async (dt) => {\ntick++;\n"
                        + code
                        + "\n};");
    }

    static BuiltScene of(Path folder, String code) {
        return new BuiltScene(folder).with("bin/index.js", code).at("0,0");
    }

    BuiltScene at(String parcel) {
        return with("scene.json", SETTINGS.formatted(parcel, parcel));
    }

    BuiltScene with(String file, String text) {
        try {
            var path = folder.resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
