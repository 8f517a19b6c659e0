// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.List;
import java.util.Set;

/**
 * The outcome of one load and what it took.
 *
 * @param path the asset's path in the project, as problems name it
 * @param used what it was made from
 * @param warnings sentences about what is wrong with an asset that can be shown all the same
 * @param faults those of the warnings that are errors of the file
 */
record Reading<T>(
        Loading<T> outcome, String path, Uses used, List<String> warnings, Set<String> faults) {
    Reading {
        warnings = List.copyOf(warnings);
        faults = Set.copyOf(faults);
    }

    /** One without faults that it could be shown with. */
    Reading(Loading<T> outcome, String path, Uses used, List<String> warnings) {
        this(outcome, path, used, warnings, Set.of());
    }

    static <T> Reading<T> pending(String path) {
        return new Reading<>(new Loading.Pending<>(), path, Uses.NOTHING, List.of());
    }

    static <T> Reading<T> failed(String path, Uses used, String reason, Bounds size) {
        return new Reading<>(new Loading.Failed<>(reason, size), path, used, List.of());
    }

    static <T> Reading<T> missing(String path, Uses used, MissingAssetException why) {
        var reason = String.valueOf(why.getMessage());
        return new Reading<>(new Loading.Missing<>(reason), path, used, List.of());
    }

    boolean isPending() {
        return outcome instanceof Loading.Pending<T>;
    }
}
