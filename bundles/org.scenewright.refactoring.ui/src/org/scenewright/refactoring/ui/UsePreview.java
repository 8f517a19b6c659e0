// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.ltk.ui.refactoring.ChangePreviewViewerInput;
import org.eclipse.ltk.ui.refactoring.IChangePreviewViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import java.util.Optional;

/** Shows in the preview of a refactoring what one text said and is to say. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class UsePreview implements IChangePreviewViewer {
    private Optional<Text> shown = Optional.empty();

    @Override
    public void createControl(Composite parent) {
        shown = Optional.of(new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL));
    }

    @Override
    public Control getControl() {
        return shown.orElseThrow();
    }

    @Override
    public void setInput(ChangePreviewViewerInput input) {
        if (input.getChange() instanceof UseChange change) {
            var use = change.use();
            String line = use.line() > 0 ? ", line " + use.line() : "";
            String text = "%s%s\n%s\n\n- %s\n+ %s";
            shown.ifPresent(
                    t ->
                            t.setText(
                                    text.formatted(
                                            use.file(),
                                            line,
                                            use.place(),
                                            use.text(),
                                            change.now())));
        }
    }
}
