// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import picocli.CommandLine.IVersionProvider;

import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.Manifest;

/** The version that the build wrote into this bundle's manifest. */
final class BundleVersion implements IVersionProvider {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final ClassLoader loader;

    /** The version of the bundle whose manifest a class loader finds among others. */
    BundleVersion(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public String[] getVersion() throws IOException {
        // On a class path every jar has a manifest; ours is the one that bears our name.
        for (var place : Collections.list(loader.getResources(MANIFEST))) {
            try (var in = place.openStream()) {
                var version = ours(new Manifest(in));
                if (version.isPresent()) {
                    return new String[] {"Scenewright " + version.get()};
                }
            }
        }
        return new String[] {"Scenewright, not built"};
    }

    private static Optional<String> ours(Manifest manifest) {
        var headers = manifest.getMainAttributes();
        String name = String.valueOf(headers.getValue("Bundle-SymbolicName")).split(";")[0].strip();
        return name.equals(BundleVersion.class.getPackageName())
                ? Optional.ofNullable(headers.getValue("Bundle-Version"))
                : Optional.empty();
    }
}
