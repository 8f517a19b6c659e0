// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

/**
 * Where the local paths of one scene or one asset lead: a base address, and for each path the hash
 * of what lies there (ADR-18). Paths are found in any case (ADR-80). Any thread; a lookup may ask a
 * disk, never a network.
 */
public interface ContentProvider {

    /** What people call it. */
    String name();

    /** The address that a hash is appended to; empty where there is none. */
    String base();

    /** Looks up a local path. */
    Resolution resolve(String path);

    /**
     * Looks up a path relative to the directory of a file, which is itself given by its local path.
     */
    default Resolution resolveBeside(String file, String path) {
        return LocalPath.beside(file, path)
                .map(this::resolve)
                .orElseGet(() -> new Resolution.Outside(path));
    }
}
