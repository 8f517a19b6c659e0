// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;

/**
 * The shape of what people edit in {@code scene.json}; keys that are not named here are kept as
 * they are.
 */
public final class SettingsSchema {
    /** Title, description, parcels, base parcel and spawn points. */
    public static final Schema.Struct SCHEMA =
            new Schema.Struct(
                    List.of(
                            struct(
                                    "display",
                                    text("title"),
                                    text("description"),
                                    picture("navmapThumbnail")),
                            struct(
                                    "scene",
                                    text("base"),
                                    new Schema.Field(
                                            "parcels",
                                            new Schema.Items(new Schema.Text(Schema.TextUse.PLAIN)),
                                            Value.of(List.of()))),
                            new Schema.Field(
                                    "spawnPoints",
                                    new Schema.Items(spawnPoint()),
                                    Value.of(List.of()))));

    private SettingsSchema() {}

    private static Schema spawnPoint() {
        return new Schema.Struct(
                List.of(
                        text("name"),
                        new Schema.Field("default", new Schema.Flag(), Value.of(false)),
                        struct(
                                "position",
                                numberOrRange("x"),
                                numberOrRange("y"),
                                numberOrRange("z")),
                        struct("cameraTarget", number("x"), number("y"), number("z"))));
    }

    private static Schema.Field struct(String name, Schema.Field... fields) {
        var schema = new Schema.Struct(List.of(fields));
        return new Schema.Field(name, schema, schema.initial());
    }

    private static Schema.Field text(String name) {
        return new Schema.Field(name, new Schema.Text(Schema.TextUse.PLAIN), Value.of(""));
    }

    private static Schema.Field picture(String name) {
        return new Schema.Field(name, new Schema.Text(Schema.TextUse.ASSET_PATH), Value.of(""));
    }

    private static Schema.Field number(String name) {
        return new Schema.Field(name, new Schema.Number(Schema.NumberKind.FLOAT64), Value.of(0));
    }

    /** A number, or a pair of numbers between which a place is drawn by chance. */
    private static Schema.Field numberOrRange(String name) {
        return new Schema.Field(name, new Schema.Opaque("a number or [from, to]"), Value.of(0));
    }
}
