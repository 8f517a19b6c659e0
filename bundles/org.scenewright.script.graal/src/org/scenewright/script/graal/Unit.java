// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file as it takes part in one reflection.
 *
 * @param id its number in this reflection
 * @param path where it lies
 * @param name its path below the project, with slashes
 * @param packageName the package it belongs to, empty for the project
 * @param hash names what it holds
 * @param targets where its imports lead, as it counts them
 */
record Unit(
        int id,
        Path path,
        String name,
        String packageName,
        String hash,
        Compiled compiled,
        List<Resolver.Target> targets) {
    private static final Pattern TAMPERING =
            Pattern.compile(
                    "\\b(delete|eval|Function|Reflect|globalThis|prototype|__\\w+|assign"
                            + "|defineProp\\w+|[gs]etPrototypeOf)\\b|\\\\u");

    boolean isOfProject() {
        return packageName.isEmpty();
    }

    /**
     * Whether it must not be loaded for the sake of another: it would do something, which may well
     * fail without a scene, and it defines nothing.
     */
    boolean isImperative() {
        return !compiled.defines() && !compiled.insight().effects().isEmpty();
    }

    /**
     * Whether it is not to be expected to change what is built in, nor able to undo it, which
     * nobody would see afterwards: for that a file has to take one of these words into its mouth.
     * What it calls of the SDK does nothing here.
     */
    boolean isCalm() {
        return !compiled.exports().isCommon()
                && compiled.insight().effects().stream().noneMatch(Compiled.Effect::isChange)
                && !TAMPERING.matcher(compiled.code()).find();
    }

    /** Whether an import is left after compiling: those of nothing but types are not. */
    static boolean isLive(Compiled compiled, String hash, int number) {
        return compiled.imports().get(number).kind() == Compiled.Kind.REQUIRE
                || compiled.code().contains(Links.markOf(hash, number));
    }
}
