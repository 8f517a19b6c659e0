// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of one file that are to say something else: as an edit where an editor has the scene or the
 * text open, else in the file, of which all other bytes stay.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class FileChange extends CompositeChange {
    private final SceneProject scene;
    private final String path;
    private final IFile file;

    FileChange(SceneProject scene, IFile file, String path, List<UseChange> uses) {
        super(path, uses.toArray(Change[]::new));
        this.scene = scene;
        this.file = file;
        this.path = path;
    }

    @Override
    public RefactoringStatus isValid(IProgressMonitor monitor) {
        return file.isAccessible()
                ? new RefactoringStatus()
                : RefactoringStatus.createFatalErrorStatus(path + " is not there any more.");
    }

    @Override
    public Object getModifiedElement() {
        return file;
    }

    @Override
    public Change perform(IProgressMonitor monitor) throws CoreException {
        var said = said();
        if (!said.isEmpty()) {
            var session = OpenScenes.now().of(scene, path);
            if (session.isPresent()) {
                edit(session.get(), said);
            } else {
                write(said, monitor);
            }
        }
        return undo(said);
    }

    private Map<FileUse, String> said() {
        var said = new LinkedHashMap<FileUse, String>();
        for (var child : getChildren()) {
            if (child.isEnabled() && child instanceof UseChange change) {
                said.put(change.use(), change.now());
            }
        }
        return said;
    }

    private FileChange undo(Map<FileUse, String> said) {
        var uses = new ArrayList<UseChange>();
        back(said).forEach((use, text) -> uses.add(new UseChange(use, text)));
        return new FileChange(scene, file, path, uses);
    }

    /** What lets uses say again what they did. */
    static Map<FileUse, String> back(Map<FileUse, String> said) {
        var back = new LinkedHashMap<FileUse, String>();
        said.forEach((use, now) -> back.put(saying(use, now), use.text()));
        return back;
    }

    private static FileUse saying(FileUse use, String text) {
        return new FileUse(
                use.file(),
                use.line(),
                0,
                0,
                use.entity(),
                use.component(),
                use.field(),
                text,
                use.way());
    }

    /** What was saved is saved again, so that the file goes with those that it names. */
    private void edit(SceneSession session, Map<FileUse, String> said) throws CoreException {
        var objection = new SceneRewriting(session, said).objection();
        if (objection.isPresent()) {
            // It may be edited, and only not saved.
            var also = new SceneRewriting(session, back(said)).objection();
            throw failure(objection.get() + also.map(" "::concat).orElse(""), null);
        }
        file.refreshLocal(IResource.DEPTH_ZERO, null);
    }

    private void write(Map<FileUse, String> said, IProgressMonitor monitor) throws CoreException {
        try {
            file.refreshLocal(IResource.DEPTH_ZERO, null);
            var open = OpenText.of(file);
            if (open.isPresent()) {
                open.get().rewrite(path, said, monitor);
            } else {
                writeFile(said, monitor);
            }
        } catch (IOException unreadable) {
            throw failure(path + " cannot be changed: " + unreadable.getMessage(), unreadable);
        }
    }

    private void writeFile(Map<FileUse, String> said, IProgressMonitor monitor)
            throws IOException, CoreException {
        byte[] before = file.readAllBytes();
        byte[] after = ProjectUses.rewritten(before, path, said);
        if (!Arrays.equals(before, after)) {
            file.write(after, true, false, true, monitor);
        }
    }

    private static CoreException failure(String sentence, Throwable cause) {
        return new CoreException(Status.error(sentence, cause));
    }
}
