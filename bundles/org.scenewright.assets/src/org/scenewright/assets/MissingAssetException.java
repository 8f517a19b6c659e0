// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** A project has no file at a path. */
final class MissingAssetException extends AssetException {
    private static final long serialVersionUID = 1;

    MissingAssetException(String message) {
        super(message);
    }
}
