// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SwtCallable;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a file that an editor has open; any thread.
 *
 * @param screen where editors listen to their text
 */
@SuppressWarnings("null") // the platform's types say nothing about null
record OpenText(ITextFileBuffer buffer, Screen screen) {

    /** Whoever lets something happen on the UI thread and waits for it. */
    interface Screen {
        <T> T call(SwtCallable<T, IOException> deed) throws IOException;
    }

    private record Edited(
            String path, Map<FileUse, String> said, String before, String now, boolean wasClean) {}

    static Optional<OpenText> of(IFile file) {
        var buffers = FileBuffers.getTextFileBufferManager();
        return Optional.ofNullable(
                        buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE))
                .map(
                        buffer ->
                                new OpenText(
                                        buffer, PlatformUI.getWorkbench().getDisplay()::syncCall));
    }

    /** Why it cannot be changed; it may be that the disk is read again meanwhile. */
    Optional<String> hindrance() {
        return buffer.isSynchronized()
                ? Optional.empty()
                : Optional.of("it has changed on disk since its editor read it");
    }

    /**
     * Lets uses say something else; saves what had nothing unsaved, and leaves all else to whoever
     * is writing there. What cannot be saved is as before.
     *
     * @throws IOException where the text cannot be understood or changed
     */
    void rewrite(String path, Map<FileUse, String> said, IProgressMonitor monitor)
            throws IOException, CoreException {
        var edited = screen.call(() -> edit(path, said));
        if (edited.wasClean()) {
            try {
                buffer.commit(monitor, false);
            } catch (CoreException | RuntimeException unsaved) {
                takeBack(edited, unsaved);
                throw unsaved;
            }
        }
    }

    /** Whether there is something unsaved is asked when nobody can type any more. */
    private Edited edit(String path, Map<FileUse, String> said) throws IOException {
        var hindrance = hindrance();
        if (hindrance.isPresent()) {
            throw new IOException(hindrance.get());
        }
        boolean isClean = !buffer.isDirty();
        String before = buffer.getDocument().get();
        String now = rewritten(before, path, said);
        replace(buffer.getDocument(), before, now);
        return new Edited(path, said, before, now, isClean);
    }

    private static String rewritten(String text, String path, Map<FileUse, String> said)
            throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new String(ProjectUses.rewritten(content, path, said), StandardCharsets.UTF_8);
    }

    private void takeBack(Edited edited, Exception unsaved) {
        try {
            screen.call(() -> takenBack(edited));
        } catch (IOException failure) {
            unsaved.addSuppressed(failure);
        }
    }

    /** What people have typed meanwhile stays; without that there is nothing unsaved again. */
    private String takenBack(Edited edited) throws IOException {
        String now = buffer.getDocument().get();
        String then =
                now.equals(edited.now())
                        ? edited.before()
                        : rewritten(now, edited.path(), FileChange.back(edited.said()));
        replace(buffer.getDocument(), now, then);
        if (then.equals(edited.before()) && buffer.isSynchronized()) {
            revert();
        }
        return then;
    }

    private void revert() throws IOException {
        try {
            buffer.revert(new NullProgressMonitor());
        } catch (CoreException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** Only what is not the same: carets, folds and marks elsewhere stay. */
    private static void replace(IDocument document, String before, String now) throws IOException {
        int most = Math.min(before.length(), now.length());
        int start = 0;
        while (start < most && before.charAt(start) == now.charAt(start)) {
            start++;
        }
        int same = 0;
        while (same < most - start
                && before.charAt(before.length() - 1 - same)
                        == now.charAt(now.length() - 1 - same)) {
            same++;
        }
        int length = before.length() - same - start;
        try {
            if (length > 0 || now.length() > before.length()) {
                document.replace(start, length, now.substring(start, now.length() - same));
            }
        } catch (BadLocationException changed) {
            throw new IOException("its text is being changed", changed);
        }
    }
}
