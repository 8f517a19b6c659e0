// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.scenewright.scene.SceneProject;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What text editors hold and have not saved; any thread.
 *
 * @param texts by the place of the file
 */
@SuppressWarnings("null") // the platform's types say nothing about null
record OpenTexts(Map<Path, String> texts) {

    OpenTexts {
        texts = Map.copyOf(texts);
    }

    /** Those of now; on the UI thread, where people write them. */
    static OpenTexts look() {
        var texts = new LinkedHashMap<Path, String>();
        for (var open : FileBuffers.getTextFileBufferManager().getFileBuffers()) {
            var place = place(open);
            if (open instanceof ITextFileBuffer buffer && buffer.isDirty() && place != null) {
                texts.put(place.toPath(), buffer.getDocument().get());
            }
        }
        return new OpenTexts(texts);
    }

    private static IPath place(IFileBuffer buffer) {
        IFile file = FileBuffers.getWorkspaceFileAtLocation(buffer.getLocation());
        return file == null ? buffer.getLocation() : file.getLocation();
    }

    /** Those of files of a scene, by their path in it. */
    Map<String, String> of(SceneProject scene) {
        var own = new LinkedHashMap<String, String>();
        texts.forEach(
                (place, text) -> {
                    if (place.startsWith(scene.directory())) {
                        own.put(scene.relative(place), text);
                    }
                });
        return own;
    }
}
