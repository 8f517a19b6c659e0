// SPDX-License-Identifier: EPL-2.0
package org.scenewright.architecture;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of the table of bundles: what a bundle may import beside the JDK, the null annotations
 * and itself.
 *
 * @param bundle the short name, the bundle's without {@code org.scenewright.}
 * @param bundles short names of the bundles it may import
 * @param foreign prefixes of the foreign packages it may import
 */
record House(String bundle, Set<String> bundles, Set<String> foreign) {
    static final String PREFIX = "org.scenewright.";

    /**
     * The words everybody speaks: naming an entity or a component does not make one know the
     * protocol.
     */
    static final Set<String> IDENTITIES = Set.of("Entity", "ComponentId");

    static final List<House> TABLE =
            List.of(
                    row("crdt", "", ""),
                    row("schema", "crdt", "com.google.protobuf com.fasterxml.jackson"),
                    row("scene", "crdt schema", "com.fasterxml.jackson"),
                    row("content", "", "com.fasterxml.jackson"),
                    row(
                            "assets",
                            "schema scene content",
                            "de.javagl.jgltf com.fasterxml.jackson com.openize.drako"
                                    + " com.twelvemonkeys.imageio"),
                    row("runtime", "crdt schema scene content assets", ""),
                    row("script.wire", "", ""),
                    row("script", "crdt schema scene runtime script.wire", "com.fasterxml.jackson"),
                    // Runs in a process of its own and is never loaded beside the workbench.
                    row(
                            "script.graal",
                            "crdt script.wire",
                            "org.graalvm com.oracle.truffle com.caoccao.javet.swc4j"
                                    + " com.fasterxml.jackson"),
                    row(
                            "comms",
                            "",
                            "com.google.protobuf org.bouncycastle"
                                    + " com.fasterxml.jackson"
                                    + " org.osgi.service.component.annotations"),
                    row(
                            "comms.nats",
                            "comms",
                            "io.nats org.bouncycastle org.osgi.service.component.annotations"),
                    row("collab", "crdt schema scene content assets runtime comms", ""),
                    row("render", "scene content assets schema", "org.joml"),
                    // Meshes, materials and matrices come to the device as render hands them over.
                    row("render.jogl", "render assets", "com.jogamp org.joml"),
                    row("hud", "schema scene assets", ""),
                    row("sound", "content runtime", "javazoom com.jcraft"),
                    row("properties.ui", "schema scene content runtime", "org.eclipse"),
                    row(
                            "collab.ui",
                            "crdt schema scene runtime collab comms",
                            "org.eclipse org.osgi.service.prefs"),
                    row("refactoring.ui", "schema scene assets runtime", "org.eclipse"),
                    row(
                            "ui",
                            "schema scene content assets runtime script.wire script hud render"
                                    + " render.jogl sound",
                            "org.eclipse org.osgi.service.event org.joml"),
                    row(
                            "cli",
                            "crdt schema scene content assets runtime script.wire script hud render"
                                    + " render.jogl comms",
                            "picocli org.joml"));

    private static House row(String bundle, String bundles, String foreign) {
        return new House(bundle, words(bundles), words(foreign));
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
    }

    /** The row of a bundle. */
    static Optional<House> of(String bundle) {
        return TABLE.stream().filter(row -> row.bundle.equals(bundle)).findFirst();
    }

    /** Whether code of this bundle may name a type; of an import on demand the name is a star. */
    boolean allows(String packageName, String type) {
        if (packageName.matches("javax?\\..*|org\\.jspecify\\..*|org\\.(w3c|xml)\\..*")) {
            return true;
        }
        if (packageName.startsWith(PREFIX)) {
            return allowsOwn(packageName.substring(PREFIX.length()), type);
        }
        return foreign.stream().anyMatch(p -> (packageName + ".").startsWith(p + "."));
    }

    private boolean allowsOwn(String other, String type) {
        return other.equals(bundle)
                || bundles.contains(other)
                || other.equals("crdt") && IDENTITIES.contains(type);
    }

    /** Whether the manifest of this bundle may import a package. */
    boolean allowsPackage(String packageName) {
        return IDENTITIES.stream().anyMatch(type -> allows(packageName, type));
    }
}
