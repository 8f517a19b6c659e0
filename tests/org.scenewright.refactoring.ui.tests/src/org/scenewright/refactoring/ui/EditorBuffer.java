// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;

import java.lang.reflect.Proxy;

/** What an editor has of a file, and what it would not tell in good order. */
final class EditorBuffer {
    final Document document = new Document();
    String disk;
    boolean isDirty;
    boolean isSynchronized = true;

    /** What happens instead of saving, where that fails. */
    Runnable failing = () -> {};

    boolean isFailing;

    EditorBuffer(String text) {
        disk = text;
        document.set(text);
        document.addDocumentListener(
                new IDocumentListener() {
                    @Override
                    public void documentAboutToBeChanged(DocumentEvent event) {
                        // It is of interest when it has.
                    }

                    @Override
                    public void documentChanged(DocumentEvent event) {
                        isDirty = true;
                    }
                });
    }

    void type(String text) {
        document.set(text + document.get());
    }

    private void commit() throws CoreException {
        if (isFailing) {
            failing.run();
            throw new CoreException(Status.error("The disk is full."));
        }
        disk = document.get();
        isDirty = false;
    }

    private void revert() {
        document.set(disk);
        isDirty = false;
    }

    ITextFileBuffer asOne() {
        var loader = ITextFileBuffer.class.getClassLoader();
        return (ITextFileBuffer)
                Proxy.newProxyInstance(
                        loader,
                        new Class<?>[] {ITextFileBuffer.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getDocument" -> document;
                                    case "isDirty" -> isDirty;
                                    case "isSynchronized" -> isSynchronized;
                                    case "commit" -> {
                                        commit();
                                        yield null;
                                    }
                                    case "revert" -> {
                                        revert();
                                        yield null;
                                    }
                                    default -> throw new AssertionError(method);
                                });
    }
}
