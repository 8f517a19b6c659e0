// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

/** What became of a path that was looked up at a content provider. */
public sealed interface Resolution {

    /** The local path with forward slashes; as asked for where nothing was found. */
    String path();

    /**
     * There is something.
     *
     * @param content its bytes
     * @param path its local path, spelled as the provider does
     */
    record Found(Content content, String path) implements Resolution {}

    /** A local path at which nothing lies. */
    record Missing(String path) implements Resolution {}

    /** A path that leaves what is the provider's and is refused. */
    record Outside(String path) implements Resolution {}
}
