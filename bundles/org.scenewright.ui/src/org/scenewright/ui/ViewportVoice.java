// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

import java.util.function.Supplier;

/** What a screen reader says about a viewport. */
final class ViewportVoice extends AccessibleAdapter {
    private final Supplier<String> words;

    ViewportVoice(Supplier<String> words) {
        this.words = words;
    }

    @Override
    public void getName(AccessibleEvent event) {
        event.result = words.get();
    }
}
