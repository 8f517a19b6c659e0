// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.IPresentationEngine;

import java.util.Optional;

/**
 * Gives the product all of the screen when a workspace is new, as a scene and its properties need
 * it; how the window was left counts afterwards. Other workbenches open as they like.
 */
public final class FirstWindow {
    private static final String PRODUCT = "org.scenewright.ui.product";

    /** Called once, before the first window is made. */
    @Execute
    public void enlarge(MApplication application) {
        if (isOurs()) {
            maximize(application);
        }
    }

    private static boolean isOurs() {
        return Optional.ofNullable(Platform.getProduct())
                .filter(product -> PRODUCT.equals(product.getId()))
                .isPresent();
    }

    static void maximize(MApplication application) {
        for (var window : application.getChildren()) {
            window.getTags().add(IPresentationEngine.WINDOW_MAXIMIZED_TAG);
        }
    }
}
