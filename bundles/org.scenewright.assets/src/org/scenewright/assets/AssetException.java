// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.jspecify.annotations.Nullable;

/** Why an asset, or a part of one, cannot be used; its message is a sentence for people. */
class AssetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AssetException(String message) {
        super(message);
    }

    AssetException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A text as the end of a sentence, whether or not it is a sentence itself. */
    static String ended(@Nullable String text) {
        return String.valueOf(text).replaceFirst("[.!]+$", "") + ".";
    }
}
