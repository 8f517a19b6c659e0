// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.regex.Pattern;

/** Holds bytes against the hash under which somebody gave them. */
final class ContentProof {
    /** No slash, no dot, no colon: a name that means the same to every system. */
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9_=-]{1,200}");

    private ContentProof() {}

    /** Whether a hash may stand in a path as it is. */
    static boolean isFileName(AssetHash hash) {
        return FILE_NAME.matcher(hash.text()).matches();
    }

    /**
     * The bytes, where they are what the hash says or the hash cannot say.
     *
     * @throws WrongBytesException with a sentence for people where they are not
     */
    static byte[] checked(AssetHash hash, byte[] bytes) throws IOException {
        if (hash.isProvable() && !Cid.proves(hash, bytes)) {
            throw new WrongBytesException("The bytes of " + hash + " are not what this hash says.");
        }
        return bytes;
    }
}
