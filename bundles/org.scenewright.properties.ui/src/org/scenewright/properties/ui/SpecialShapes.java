// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who knows more of components than their schemas say.
 *
 * @param byComponent by the name of the component
 */
record SpecialShapes(Map<String, FieldShapes> byComponent) {
    private static final System.Logger LOG = System.getLogger(SpecialShapes.class.getName());

    /** Those that plug-ins offer. */
    static SpecialShapes registered() {
        var found = new HashMap<String, FieldShapes>();
        var offers =
                Platform.getExtensionRegistry()
                        .getConfigurationElementsFor("org.scenewright.properties.ui.shapes");
        for (var offer : offers) {
            create(offer).ifPresent(shapes -> found.put(offer.getAttribute("component"), shapes));
        }
        return new SpecialShapes(Map.copyOf(found));
    }

    private static Optional<FieldShapes> create(IConfigurationElement offer) {
        try {
            return offer.createExecutableExtension("class") instanceof FieldShapes shapes
                    ? Optional.of(shapes)
                    : Optional.empty();
        } catch (CoreException broken) {
            // Without it the fields are edited by their schema.
            LOG.log(System.Logger.Level.WARNING, "cannot create shapes of fields", broken);
            return Optional.empty();
        }
    }

    Optional<FieldShapes> of(String component) {
        return Optional.ofNullable(byComponent.get(component));
    }
}
