// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/**
 * A file that was looked at, as it was then.
 *
 * @param file the path below the project's folder, with slashes
 * @param bytes its length
 * @param modifiedMillis when it was changed last, since 1970
 */
public record Source(String file, long bytes, long modifiedMillis) {}
