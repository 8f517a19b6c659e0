// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eclipse.search.ui.text.Match;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.FileUse.Certainty;
import org.scenewright.scene.SceneProject;

import java.util.List;

/** The question where files or folders of a scene are used. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class UseQuery implements ISearchQuery {
    private final SceneProject scene;
    private final List<String> paths;
    private final UseResult result = new UseResult(this);

    UseQuery(SceneProject scene, List<String> paths) {
        this.scene = scene;
        this.paths = paths;
    }

    @Override
    public IStatus run(IProgressMonitor monitor) {
        result.removeAll();
        var open = OpenScenes.now();
        for (var use : UseShelf.ofWorkbench().all(scene).uses()) {
            if (paths.stream().anyMatch(path -> use.of(path) != Certainty.NONE)) {
                int length = Math.max(0, use.end() - use.start());
                result.addMatch(new Match(found(use, open), use.start(), length));
            }
        }
        return Status.OK_STATUS;
    }

    private Found found(FileUse use, OpenScenes open) {
        return new Found(scene, use, isSure(use), open.name(scene, use));
    }

    private boolean isSure(FileUse use) {
        return paths.stream().anyMatch(path -> use.of(path) == Certainty.CERTAIN);
    }

    /**
     * A use that was found.
     *
     * @param sure whether it surely means the file
     * @param name what the entity is called; empty where it has none, or no editor shows it
     */
    record Found(SceneProject scene, FileUse use, boolean sure, String name) {
        String label() {
            return (sure ? "" : "may be: ") + (name.isEmpty() ? "" : name + ": ") + Words.of(use);
        }
    }

    @Override
    public String getLabel() {
        return "References to " + String.join(", ", paths);
    }

    @Override
    public boolean canRerun() {
        return true;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public ISearchResult getSearchResult() {
        return result;
    }
}
