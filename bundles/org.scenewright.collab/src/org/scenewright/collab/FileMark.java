// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.FileRequest;
import org.scenewright.content.AssetHash;

import java.io.IOException;

/**
 * What lies at a path of the project.
 *
 * @param hash one that bytes prove
 */
record FileMark(String path, AssetHash hash) {
    private static final int LONGEST_HASH = 128;

    void write(Output out) {
        out.text(path).text(hash.text());
    }

    static FileMark read(Input in) throws IOException {
        return new FileMark(in.text(FileRequest.LONGEST), hash(in));
    }

    static AssetHash hash(Input in) throws IOException {
        return AssetHash.parse(in.text(LONGEST_HASH))
                .filter(AssetHash::isProvable)
                .orElseThrow(() -> new IOException("a hash that proves nothing"));
    }
}
