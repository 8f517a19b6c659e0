// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/** What the official encoders made, see {@code packed.mjs} beside the sources. */
abstract class PackedFixture extends GltfFixture {

    static byte[] packed(String name) {
        try (var in = PackedFixture.class.getResourceAsStream("packed/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String name) {
        return new String(packed(name), StandardCharsets.US_ASCII).lines().toList();
    }

    static String crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return "%08x".formatted(crc.getValue());
    }
}
