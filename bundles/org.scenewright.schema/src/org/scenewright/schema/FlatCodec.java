// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** The bytes of custom components. */
final class FlatCodec implements ComponentCodec {
    private final Schema schema;

    FlatCodec(Schema schema) {
        this.schema = schema;
    }

    @Override
    public byte[] toBytes(Value value) {
        throw new SchemaException(schema.toString());
    }

    @Override
    public Value fromBytes(byte[] bytes) {
        throw new SchemaException(schema.toString());
    }
}
