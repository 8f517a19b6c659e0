// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A pack that lies in a folder: {@code catalog.json}, and beside it {@code contents} with a file
 * for each hash.
 */
public final class PackFolder implements CatalogSource {
    private final Path folder;

    /** A pack in a folder, which need not exist yet. */
    public PackFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String base() {
        // Only of folders that are there does Java say so with a slash.
        String uri = folder.resolve("contents").toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    @Override
    public CatalogFile catalog() throws IOException {
        var file = folder.resolve(CatalogFile.NAME);
        return CatalogFile.read(read(file, CatalogFile.LARGEST), file.toString());
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        if (!ContentProof.isFileName(hash)) {
            throw new IOException("\"" + hash + "\" is not in the pack " + folder + ".");
        }
        return ContentProof.checked(
                hash, read(folder.resolve("contents").resolve(hash.text()), most));
    }

    private static byte[] read(Path file, long most) throws IOException {
        // A pipe or a device would never end.
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file + ".");
        }
        return new ProjectFile(file).bytes(most);
    }

    @Override
    public void close() {
        // Nothing is held open between two reads.
    }
}
