// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

/** The bytes of custom components: little-endian, in the order of the fields, without tags. */
record FlatCodec(Schema schema) implements ComponentCodec {

    @Override
    public byte[] toBytes(Value value) {
        return new FlatWriter().write(schema, value);
    }

    @Override
    public Value fromBytes(byte[] bytes) {
        return new FlatReader(bytes).read(schema);
    }
}
