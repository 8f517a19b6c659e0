// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;

/** The names of descriptors as tables and JSON spell them. */
final class ProtoNames {
    private ProtoNames() {}

    /**
     * The name of a message with those around it but without the package: {@code
     * PBMaterial.PbrMaterial}.
     */
    static String of(Descriptor message) {
        String inPackage = message.getFullName();
        return inPackage.substring(message.getFile().getPackage().length() + 1);
    }

    /** The key of a one-of in JSON: {@code transition_mode} becomes {@code transitionMode}. */
    static String of(OneofDescriptor oneOf) {
        var name = new StringBuilder();
        for (String word : oneOf.getName().split("_")) {
            name.append(
                    name.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
