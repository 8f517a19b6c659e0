// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import org.jspecify.annotations.NonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of some bytes on a content server: usually a CID, which the bytes prove (ADR-79).
 *
 * @param text 1 to 512 printable ASCII characters without spaces
 */
public record AssetHash(String text) implements Comparable<@NonNull AssetHash> {
    private static final Pattern VALID = Pattern.compile("[!-~]{1,512}");

    /** CIDv1 in base32, with SHA-256, of raw bytes or of the root of a tree of chunks. */
    private static final Pattern PROVABLE = Pattern.compile("baf(kre|ybe)i[a-z2-7]{52}");

    public AssetHash {
        if (!VALID.matcher(text).matches()) {
            throw new IllegalArgumentException("a content hash is 1 to 512 printable characters");
        }
    }

    /** A hash, where a text can be one. */
    public static Optional<AssetHash> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new AssetHash(text)) : Optional.empty();
    }

    /**
     * Whether bytes can be held against it. Older hashes, and those of preview servers, only name.
     */
    public boolean isProvable() {
        return PROVABLE.matcher(text).matches();
    }

    @Override
    public int compareTo(AssetHash other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
