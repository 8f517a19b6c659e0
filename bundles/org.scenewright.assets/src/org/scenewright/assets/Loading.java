// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Optional;

/** How far the loading of one asset has come. */
public sealed interface Loading<T> {

    /** It is being read; listeners of the library are told when that ends. */
    record Pending<T>() implements Loading<T> {}

    /** It is there. */
    record Ready<T>(T asset) implements Loading<T> {}

    /**
     * It cannot be shown.
     *
     * @param reason a sentence for people
     * @param size the box a placeholder should fill: the asset's own where it could be read, else
     *     one metre standing on the ground
     */
    record Failed<T>(String reason, Bounds size) implements Loading<T> {
        /** The placeholder of an asset whose size nobody knows. */
        public static final Bounds ONE_METRE = new Bounds(-0.5f, 0, -0.5f, 0.5f, 1, 0.5f);
    }

    /**
     * No file of the project is where it should be.
     *
     * @param reason a sentence for people
     */
    record Missing<T>(String reason) implements Loading<T> {}

    /** No asset is named at all, which is no mistake. */
    record None<T>() implements Loading<T> {}

    /** Why it cannot be shown, where it cannot. */
    default Optional<String> fault() {
        return switch (this) {
            case Failed<T>(var reason, var size) -> Optional.of(reason);
            case Missing<T>(var reason) -> Optional.of(reason);
            case Pending<T> p -> Optional.empty();
            case Ready<T> r -> Optional.empty();
            case None<T> n -> Optional.empty();
        };
    }

    /** The asset, where it is ready. */
    default Optional<T> ready() {
        return this instanceof Ready<T>(T asset) ? Optional.of(asset) : Optional.empty();
    }
}
