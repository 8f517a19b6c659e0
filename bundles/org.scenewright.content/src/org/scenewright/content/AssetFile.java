// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

/**
 * A file that an asset is made from, as it was when somebody looked.
 *
 * @param path inside the project, as it is spelled on disk where it is there
 * @param bytes its length; -1 where it is not there
 * @param modifiedMillis when it was changed last, since 1970
 */
public record AssetFile(String path, long bytes, long modifiedMillis) {}
