// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;

import java.util.Optional;
import java.util.stream.Stream;

/** Which components may not be added to a scene because of their names. */
final class ComponentNames {
    private ComponentNames() {}

    /**
     * What speaks against the first component of a name: the SDK cannot bear the name, or takes it
     * for that of another component, since both have one number.
     */
    static Optional<String> objection(SceneSnapshot now, ComponentType type) {
        return ComponentNumbers.refusal(type.name())
                .map(ComponentNames::withoutStop)
                .or(() -> namesake(now, type).map(other -> objection(type, other)));
    }

    private static Optional<String> namesake(SceneSnapshot now, ComponentType type) {
        var known = now.types().find(type.id()).stream();
        var present =
                now.componentNames().stream().flatMap(name -> now.types().find(name).stream());
        return Stream.concat(known, present)
                .filter(other -> other.id().equals(type.id()))
                .map(ComponentType::name)
                .filter(name -> !name.equals(type.name()))
                .findFirst();
    }

    private static String objection(ComponentType type, String other) {
        return "%s has the same number %s as %s, so the SDK could not tell them apart"
                .formatted(type.name(), type.id(), other);
    }

    /** A reason without the full stop that some sentences end with. */
    static String withoutStop(String reason) {
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
