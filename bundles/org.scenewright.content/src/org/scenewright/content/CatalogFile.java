// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeMap;

/**
 * A catalog of assets in the format that the official tools share: {@code {"assetPacks": [{"id",
 * "name", "thumbnail", "assets": [...]}]}}.
 *
 * @param problems a sentence for each thing that was left out because it could not be understood,
 *     with the names of the file and the asset
 * @param isOutdated whether it is the one that was there once, because its server does not answer
 */
public record CatalogFile(List<AssetPack> packs, List<String> problems, boolean isOutdated) {
    /** Its name in a pack. */
    public static final String NAME = "catalog.json";

    /** The size in bytes of the largest catalog that is read. */
    public static final int LARGEST = 64 << 20;

    static final CatalogFile EMPTY = new CatalogFile(List.of(), List.of());

    /** One as it is now. */
    public CatalogFile(List<AssetPack> packs, List<String> problems) {
        this(packs, problems, false);
    }

    public CatalogFile {
        packs = List.copyOf(packs);
        problems = List.copyOf(problems);
    }

    /**
     * Reads a catalog. What is no JSON ends it; what is merely wrong is left out.
     *
     * @param json in UTF-8; more than {@link #LARGEST} bytes are not looked at
     * @param shownName what problems call it
     */
    public static CatalogFile read(byte[] json, String shownName) {
        return CatalogReader.read(json, shownName);
    }

    /** Writes packs as a catalog, in UTF-8. */
    public static byte[] write(List<AssetPack> packs) {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeArrayFieldStart("assetPacks");
            for (var pack : packs) {
                write(pack, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(AssetPack pack, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", pack.id());
        json.writeStringField("name", pack.name());
        if (pack.thumbnail().isPresent()) {
            json.writeStringField("thumbnail", pack.thumbnail().get().text());
        }
        json.writeArrayFieldStart("assets");
        for (var asset : pack.assets()) {
            write(asset, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(CatalogAsset asset, JsonGenerator json) throws IOException {
        var about = asset.about();
        json.writeStartObject();
        json.writeStringField("id", asset.id());
        json.writeStringField("name", about.name());
        json.writeStringField("category", about.category());
        json.writeArrayFieldStart("tags");
        for (var tag : about.tags()) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeStringField("description", about.description());
        json.writeStringField("author", about.author());
        json.writeStringField("license", about.license());
        if (!asset.composite().isEmpty()) {
            json.writeFieldName("composite");
            json.writeRawValue(asset.composite());
        }
        json.writeObjectFieldStart("contents");
        for (var file : new TreeMap<>(asset.contents()).entrySet()) {
            json.writeStringField(file.getKey(), file.getValue().text());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
