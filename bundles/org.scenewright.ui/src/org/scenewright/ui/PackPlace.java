// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people say that packs of assets are: a folder, a zip or an address.
 *
 * @param text as they wrote it
 * @param isEnabled whether its packs are in the catalog
 */
record PackPlace(String text, boolean isEnabled) {
    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://.*");

    boolean isAddress() {
        return ADDRESS.matcher(text).matches();
    }

    /** The folder or file, where it is one and its name can be that of one. */
    Optional<Path> path() {
        try {
            return Optional.of(Path.of(text)).filter(path -> !isAddress() && path.isAbsolute());
        } catch (InvalidPathException editedByHand) {
            return Optional.empty();
        }
    }

    PackPlace enabled(boolean isWanted) {
        return new PackPlace(text, isWanted);
    }
}
