// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.content.AssetFile;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Notices that files which the models and pictures of an open scene are made from change, come or
 * go, whoever does it, and has them read again. UI thread.
 */
final class AssetWatch implements AutoCloseable {
    private final OpenScene scene;
    private final DiskPoll<Map<String, AssetFile>> poll;

    AssetWatch(OpenScene scene) {
        this.scene = scene;
        poll = new DiskPoll<>(scene.assets()::files, this::compare);
        poll.schedule(DiskPoll.MILLIS);
    }

    private void compare(Map<String, AssetFile> now) {
        scene.assets()
                .seen()
                .forEach(
                        (key, seen) -> {
                            var file = now.getOrDefault(key, seen);
                            if (!file.equals(seen)) {
                                reload(key, seen, file);
                            }
                        });
    }

    /** The workspace would go on showing a file that is gone, and carry its markers. */
    private void reload(String key, AssetFile old, AssetFile now) {
        var files = Stream.of(old, now).map(AssetFile::path).distinct().toList();
        Refresh.files(scene.session().project(), files);
        scene.assets().forget(key);
    }

    @Override
    public void close() {
        poll.close();
    }
}
