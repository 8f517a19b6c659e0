// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.LocalPath;
import org.scenewright.content.ProjectFiles;
import org.scenewright.content.Resolution;
import org.scenewright.content.TooLargeException;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The files that one load reads, within a limit for all of them together. One thread. */
final class FileReads {
    /** What one asset may weigh with all its files; a whole scene of one parcel may have 15 MB. */
    static final long LIMIT = 100L << 20;

    private final ProjectFiles files;
    private final Set<String> used = new HashSet<>();
    private long left = LIMIT;

    FileReads(ProjectFiles files) {
        this.files = files;
    }

    Resolution.Found find(String path) {
        LocalPath.key(path).ifPresent(used::add);
        return existing(files.resolve(path));
    }

    Resolution.Found findBeside(Resolution.Found file, String path) {
        LocalPath.beside(file.path(), path).flatMap(LocalPath::key).ifPresent(used::add);
        return existing(files.resolveBeside(file.path(), path));
    }

    byte[] bytes(Resolution.Found found) {
        try {
            var bytes = found.content().bytes(left);
            left -= bytes.length;
            return bytes;
        } catch (TooLargeException e) {
            throw new AssetException(
                    "The file %s is too large: with it the asset takes more than %d MB."
                            .formatted(found.path(), LIMIT >> 20),
                    e);
        } catch (IOException e) {
            throw new AssetException(
                    "The file " + found.path() + " cannot be read: " + e.getMessage(), e);
        }
    }

    Set<String> used() {
        return used;
    }

    private static Resolution.Found existing(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found found -> found;
            case Resolution.Missing(var path) ->
                    throw new MissingAssetException("The file " + path + " is missing.");
            case Resolution.Outside(var path) when path.contains("://") ->
                    throw new MissingAssetException(
                            "The address " + path + " is not a file of the project.");
            case Resolution.Outside(var path) ->
                    throw new MissingAssetException(
                            "The path " + path + " leads out of the project and is refused.");
        };
    }
}
