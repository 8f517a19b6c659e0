// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads URLs that are what they name. */
final class DataUrl {
    private DataUrl() {}

    /** What a URL holds, nothing if it is malformed or names something elsewhere. */
    static Optional<byte[]> bytes(String url) {
        int comma = url.indexOf(',');
        if (!url.startsWith("data:") || comma < 0) {
            return Optional.empty();
        }
        try {
            var content = url.substring(comma + 1);
            return Optional.of(
                    url.substring(0, comma).endsWith(";base64")
                            ? Base64.getDecoder().decode(content)
                            : URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            System.getLogger(DataUrl.class.getName())
                    .log(System.Logger.Level.DEBUG, "A data URL cannot be read", e);
            return Optional.empty();
        }
    }
}
