// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.PlatformUI;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The text of a file that an editor has open; any thread. */
@SuppressWarnings("null") // the platform's types say nothing about null
record OpenText(ITextFileBuffer buffer) {

    static Optional<OpenText> of(IFile file) {
        var buffers = FileBuffers.getTextFileBufferManager();
        return Optional.ofNullable(
                        buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE))
                .map(OpenText::new);
    }

    /**
     * Lets uses say something else; saves what had nothing unsaved, and leaves all else to whoever
     * is writing there.
     *
     * @throws IOException where the text cannot be understood
     */
    void rewrite(String path, Map<FileUse, String> said, IProgressMonitor monitor)
            throws IOException, CoreException {
        boolean isClean = !buffer.isDirty();
        // Editors listen to their text, and do so on the UI thread alone.
        PlatformUI.getWorkbench()
                .getDisplay()
                .syncCall(
                        () -> {
                            edit(buffer.getDocument(), path, said);
                            return isClean;
                        });
        if (isClean) {
            buffer.commit(monitor, false);
        }
    }

    private static void edit(IDocument document, String path, Map<FileUse, String> said)
            throws IOException {
        String before = document.get();
        byte[] content = before.getBytes(StandardCharsets.UTF_8);
        byte[] now = ProjectUses.rewritten(content, path, said);
        replace(document, before, new String(now, StandardCharsets.UTF_8));
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
