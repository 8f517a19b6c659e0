// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reflects descriptors into schemas. */
final class ProtoSchemas {
    private static final Map<String, Schema.VectorKind> VECTORS =
            Map.of(
                    "Vector2", Schema.VectorKind.VECTOR2,
                    "Vector3", Schema.VectorKind.VECTOR3,
                    "Quaternion", Schema.VectorKind.QUATERNION,
                    "Color3", Schema.VectorKind.COLOR3,
                    "Color4", Schema.VectorKind.COLOR4);

    /** Before the unit of a number, in the hints. */
    private static final String UNIT = "in ";

    private final Schema.Mask layers;

    ProtoSchemas(EnumDescriptor colliderLayers) {
        var bits =
                options(colliderLayers).stream()
                        .filter(
                                bit ->
                                        !bit.value().equals(Value.of(0))
                                                && !bit.label().startsWith("Reserved"))
                        .toList();
        layers = new Schema.Mask(bits);
    }

    Schema of(Descriptor message) {
        var vector = VECTORS.get(message.getName());
        return vector == null ? struct(message) : new Schema.Vector(vector);
    }

    private Schema struct(Descriptor message) {
        var fields = new ArrayList<Schema.Field>();
        for (var field : message.getFields()) {
            var oneOf = field.getRealContainingOneof();
            if (oneOf == null) {
                fields.add(field(field));
            } else if (oneOf.getField(0) == field) {
                fields.add(oneOf(oneOf));
            }
        }
        return new Schema.Struct(List.copyOf(fields));
    }

    private Schema.Field oneOf(OneofDescriptor oneOf) {
        String name = ProtoNames.of(oneOf);
        var schema = new Schema.OneOf(oneOf.getFields().stream().map(this::field).toList(), false);
        var fallback = CoreTable.hint(ProtoNames.of(oneOf.getContainingType()), name).fallback();
        return new Schema.Field(
                name, schema, fallback.orElseGet(() -> schema.choose(schema.cases().getFirst())));
    }

    private Schema.Field field(FieldDescriptor field) {
        var hint = CoreTable.hint(ProtoNames.of(field.getContainingType()), field.getJsonName());
        var single = single(field, hint.use());
        var schema = field.isRepeated() ? new Schema.Items(single) : single;
        var fallback = hint.fallback().orElseGet(() -> Defaults.of(schema));
        boolean optional = field.toProto().getProto3Optional();
        return new Schema.Field(
                field.getJsonName(), optional ? new Schema.Maybe(schema) : schema, fallback);
    }

    private Schema single(FieldDescriptor field, String use) {
        return switch (field.getType()) {
            case BOOL -> new Schema.Flag();
            case STRING -> new Schema.Text(textUse(use));
            case ENUM -> new Schema.Choice(options(field.getEnumType()));
            case MESSAGE -> of(field.getMessageType());
            case FLOAT -> number(use, Schema.NumberKind.FLOAT32);
            case DOUBLE -> number(use, Schema.NumberKind.FLOAT64);
            case INT32 -> number(use, Schema.NumberKind.INT32);
            case UINT32 -> number(use, Schema.NumberKind.UINT32);
            case INT64 -> number(use, Schema.NumberKind.INT64);
            case UINT64 -> number(use, Schema.NumberKind.UINT64);
            case BYTES, GROUP, FIXED32, FIXED64, SFIXED32, SFIXED64, SINT32, SINT64 ->
                    throw new IllegalStateException(
                            field.getFullName() + " has a type without a schema");
        };
    }

    private Schema number(String use, Schema.NumberKind kind) {
        return switch (use) {
            case "entity" -> new Schema.EntityReference();
            case "layers" -> layers;
            default ->
                    new Schema.Number(
                            kind, use.startsWith(UNIT) ? use.substring(UNIT.length()) : "");
        };
    }

    private static Schema.TextUse textUse(String use) {
        return switch (use) {
            case "asset" -> Schema.TextUse.ASSET_PATH;
            case "long" -> Schema.TextUse.LONG;
            default -> Schema.TextUse.PLAIN;
        };
    }

    private static List<Schema.Option> options(EnumDescriptor type) {
        String prefix = prefix(type);
        return type.getValues().stream()
                .map(v -> new Schema.Option(label(v, prefix), Value.of(v.getNumber())))
                .toList();
    }

    /**
     * The letters before the first underscore where all names share them: "BM_" of BM_X and BM_ALL.
     */
    private static String prefix(EnumDescriptor type) {
        String first = type.getValue(0).getName();
        String prefix = first.substring(0, first.indexOf('_') + 1);
        return type.getValues().stream().allMatch(v -> v.getName().startsWith(prefix))
                ? prefix
                : "";
    }

    private static String label(EnumValueDescriptor value, String prefix) {
        String name = value.getName().substring(prefix.length()).replace('_', ' ');
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
