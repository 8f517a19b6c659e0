// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import com.openize.drako.DataType;
import com.openize.drako.DracoMesh;
import com.openize.drako.PointAttribute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.IntStream;

/** A mesh out of a Draco stream. One thread. */
final class DracoStream {
    private final DracoMesh mesh;

    DracoStream(DracoMesh mesh) {
        this.mesh = mesh;
    }

    int points() {
        return mesh.getNumPoints();
    }

    /** Three per triangle, each a point that is there. */
    int[] indices() {
        var indices = new int[mesh.getNumFaces() * 3];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = mesh.readCorner(i);
            if (indices[i] < 0 || indices[i] >= points()) {
                throw damaged();
            }
        }
        return indices;
    }

    /** All components of an attribute, one point after the other, as they are stored. */
    float[] attribute(int id, int components) {
        var attribute =
                IntStream.range(0, mesh.getNumAttributes())
                        .mapToObj(mesh::attribute)
                        .filter(one -> one.getUniqueId() == id)
                        .findFirst()
                        .orElseThrow(() -> new AssetException("Draco has no attribute " + id));
        if (attribute.getComponentsCount() != components) {
            throw new AssetException(
                    "Draco attribute %d has %d components"
                            .formatted(id, attribute.getComponentsCount()));
        }
        return values(attribute, components);
    }

    private float[] values(PointAttribute attribute, int components) {
        var type = type(attribute.getDataType());
        var bytes =
                ByteBuffer.wrap(attribute.getBuffer().getBuffer()).order(ByteOrder.LITTLE_ENDIAN);
        var values = new float[points() * components];
        for (int i = 0; i < values.length; i++) {
            int at =
                    attribute.getBytePos(attribute.mappedIndex(i / components))
                            + i % components * type.size();
            if (at < 0 || at > bytes.limit() - type.size()) {
                throw damaged();
            }
            values[i] = type.plain(bytes, at);
        }
        return values;
    }

    private static Numbers type(int type) {
        return switch (type) {
            case DataType.INT8 -> Numbers.BYTE;
            case DataType.UINT8, DataType.BOOL -> Numbers.UNSIGNED_BYTE;
            case DataType.INT16 -> Numbers.SHORT;
            case DataType.UINT16 -> Numbers.UNSIGNED_SHORT;
            case DataType.INT32, DataType.UINT32 -> Numbers.UNSIGNED_INT;
            case DataType.FLOAT32 -> Numbers.FLOAT;
            default -> throw new AssetException("Draco type " + type + " is none of glTF's");
        };
    }

    private static AssetException damaged() {
        return new AssetException("the Draco stream is damaged");
    }
}
