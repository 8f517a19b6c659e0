// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Aside;
import org.scenewright.scene.Parcel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Which deployed scene is wanted, and where it is to lie.
 *
 * @param address of a content server
 */
record SceneOrder(String address, Parcel parcel, Path folder) {
    private static final int FARTHEST = 1_000_000;

    /** What four fields say, where they say something. */
    static Optional<SceneOrder> of(String address, String x, String y, String folder) {
        try {
            int column = Integer.parseInt(x.strip());
            int row = Integer.parseInt(y.strip());
            boolean isLand = isNear(column) && isNear(row);
            return Optional.of(
                            new SceneOrder(
                                    address.strip(), new Parcel(column, row), Path.of(folder)))
                    .filter(order -> isLand && !folder.isBlank());
        } catch (NumberFormatException | InvalidPathException incomplete) {
            return Optional.empty();
        }
    }

    private static boolean isNear(int coordinate) {
        return coordinate >= -FARTHEST && coordinate <= FARTHEST;
    }

    /** Why it cannot be fetched, for people, as far as its words tell that. */
    Optional<String> objection() {
        if (!isAddress(address)) {
            return Optional.of("Name the content server by its address: https://…");
        } else if (!folder.isAbsolute()) {
            return Optional.of("Name the folder by its whole path.");
        }
        return Optional.empty();
    }

    /** Why it cannot lie where it is to, for people; told once the disk has said so. */
    CompletableFuture<Optional<String>> obstacle() {
        return Aside.ask(
                () -> Optional.of(folder + " is no new or empty folder.").filter(w -> !isFree()));
    }

    /** Whether a text is an address of the web. */
    static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            String scheme = String.valueOf(address.getScheme());
            return scheme.matches("(?i)https?")
                    && Optional.ofNullable(address.getHost()).isPresent();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean isFree() {
        try {
            if (Files.notExists(folder)) {
                return true;
            }
            try (var children = Files.list(folder)) {
                return children.findAny().isEmpty();
            }
        } catch (IOException noFolder) {
            return false;
        }
    }
}
