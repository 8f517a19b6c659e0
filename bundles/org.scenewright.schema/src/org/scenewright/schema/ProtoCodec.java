// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.Descriptors.Descriptor;

/** The bytes of a core component, laid out as the SDK's own encoder lays them out. */
final class ProtoCodec implements ComponentCodec {
    private final Descriptor message;

    ProtoCodec(Descriptor message) {
        this.message = message;
    }

    @Override
    public byte[] toBytes(Value value) {
        return ProtoWriter.write(message, value);
    }

    @Override
    public Value fromBytes(byte[] bytes) {
        return new ProtoReader(bytes).read(message);
    }
}
