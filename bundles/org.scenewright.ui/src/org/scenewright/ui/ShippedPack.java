// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;

import java.util.Optional;

/** The pack of models that is installed with the editor. */
final class ShippedPack {
    /** A bundle of nothing but a pack: as a jar it is read as any zip is, else as a folder. */
    private static final String BUNDLE = "org.scenewright.pack";

    private ShippedPack() {}

    /** Where it is, where it is installed. */
    static Optional<PackPlace> place() {
        return Optional.ofNullable(Platform.getBundle(BUNDLE))
                .flatMap(FileLocator::getBundleFileLocation)
                .map(file -> new PackPlace(file.getAbsolutePath(), true));
    }
}
