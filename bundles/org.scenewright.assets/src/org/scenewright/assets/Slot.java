// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetFile;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** What has become of one asset that was asked for. Any thread. */
final class Slot<T> {
    final AssetSource key;

    /** How it was asked for. */
    final Set<AssetSource> spellings;

    final AtomicBoolean begun = new AtomicBoolean();
    volatile Reading<T> reading;

    /** The files of the scene that it is made from, as they were then. */
    volatile Map<String, AssetFile> seen = Map.of();

    /** How often it could not be had. One load follows the other. */
    int attempts;

    /** How often something else came in its place. */
    int disappointments;

    Slot(AssetSource key, Set<AssetSource> spellings) {
        this.key = key;
        this.spellings = spellings;
        reading = Reading.pending(key.path());
    }

    boolean isMadeFrom(String file) {
        // What is still being read may have read the old file already.
        return reading.isPending() || reading.used().files().contains(file);
    }
}
