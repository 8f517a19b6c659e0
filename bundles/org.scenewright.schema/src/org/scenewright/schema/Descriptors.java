// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The messages and enums that the build compiles from {@code proto/}. */
final class Descriptors {
    private final Map<String, Descriptor> messages = new HashMap<>();
    private final Map<String, EnumDescriptor> enums = new HashMap<>();

    static Descriptors load() {
        try (var in = Descriptors.class.getResourceAsStream("core-components.desc")) {
            if (in == null) {
                throw new IllegalStateException("core-components.desc is missing from the bundle");
            }
            return new Descriptors(FileDescriptorSet.parseFrom(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Descriptors(FileDescriptorSet set) {
        var files = new LinkedHashMap<String, FileDescriptor>();
        // protoc writes every file after those it imports.
        set.getFileList().forEach(file -> files.put(file.getName(), build(file, files)));
        for (var file : files.values()) {
            file.getMessageTypes().forEach(message -> messages.put(message.getName(), message));
            file.getEnumTypes().forEach(type -> enums.put(type.getName(), type));
        }
    }

    private static FileDescriptor build(
            FileDescriptorProto file, Map<String, FileDescriptor> known) {
        var imports =
                file.getDependencyList().stream().map(known::get).toArray(FileDescriptor[]::new);
        try {
            return FileDescriptor.buildFrom(file, imports);
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(file.getName() + " is broken", e);
        }
    }

    Descriptor message(String name) {
        var message = messages.get(name);
        if (message == null) {
            throw new IllegalStateException("there is no message " + name);
        }
        return message;
    }

    EnumDescriptor enumeration(String name) {
        var type = enums.get(name);
        if (type == null) {
            throw new IllegalStateException("there is no enum " + name);
        }
        return type;
    }
}
