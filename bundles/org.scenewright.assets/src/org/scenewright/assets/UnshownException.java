// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** Why a part of an asset is not shown, though nothing is wrong with it. */
final class UnshownException extends AssetException {
    private static final long serialVersionUID = 1;

    UnshownException(String message) {
        super(message);
    }
}
