// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IWorkbench;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The component types that all scenes of a workbench have, loaded in the background from the first
 * sign that a scene is going to be opened.
 *
 * <p>May be asked on any thread, which waits until they are there.
 */
public final class CoreTypes implements Supplier<ComponentTypes> {
    private final CompletableFuture<ComponentTypes> types =
            CompletableFuture.supplyAsync(CoreComponents::load);

    /** Those of a workbench; this begins to load them and returns at once. */
    static CoreTypes of(IWorkbench workbench) {
        return workbench.getService(CoreTypes.class);
    }

    @Override
    public ComponentTypes get() {
        return types.join();
    }
}
