// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** The 44 bytes of a Transform: position, rotation and scale as floats, and the parent. */
final class TransformCodec implements ComponentCodec {
    private static final Schema.Vector VECTOR3 = new Schema.Vector(Schema.VectorKind.VECTOR3);
    private static final Value ONE = ValueJson.parse("{\"x\":1,\"y\":1,\"z\":1}");

    /** What a Transform looks like; an absent part is that of the identity. */
    static final Schema.Struct SCHEMA =
            new Schema.Struct(
                    List.of(
                            field("position", VECTOR3),
                            field("rotation", new Schema.Vector(Schema.VectorKind.QUATERNION)),
                            new Schema.Field("scale", VECTOR3, ONE),
                            field("parent", new Schema.EntityReference())));

    private static Schema.Field field(String name, Schema schema) {
        return new Schema.Field(name, schema, Defaults.of(schema));
    }

    @Override
    public byte[] toBytes(Value value) {
        return value instanceof Value.Fields(TransformFields fields)
                ? fields.toBytes()
                : new FlatWriter().write(SCHEMA, value);
    }

    @Override
    public Optional<Boolean> reads(ByteBuffer bytes) {
        return Optional.of(TransformFields.reads(bytes));
    }

    @Override
    public Value fromBytes(byte[] bytes) {
        if (bytes.length != TransformFields.LENGTH) {
            throw new SchemaException(
                    "a Transform of " + bytes.length + " bytes, not " + TransformFields.LENGTH);
        }
        return new Value.Fields(TransformFields.read(bytes));
    }
}
