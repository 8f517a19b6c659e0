// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The items that people made themselves in a project, as one pack: a folder for each with {@code
 * data.json}, {@code composite.json}, {@code thumbnail.png} and the files that it needs, as the
 * official tools have them.
 */
public final class CustomFolder implements CatalogSource {
    /** What the folder is called in its project. */
    public static final String NAME = "custom";

    static final String DATA = "data.json";
    static final String COMPOSITE = "composite.json";
    static final String THUMBNAIL = "thumbnail.png";

    private static final String PACK = "Custom";
    private static final int LARGEST_JSON = 16 << 20;
    private static final int MOST_ITEMS = 5_000;
    private static final int MOST_FILES = 5_000;
    private static final int DEEPEST = 16;

    private final Path folder;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();
    private final Map<AssetHash, Path> files = new ConcurrentHashMap<>();

    /** The hash of a file as it was. */
    private record Known(AssetFile state, AssetHash hash) {}

    /** The items in a folder, which need not exist yet. */
    public CustomFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Whether a place, where it is a folder, is one of custom items and not of a pack. */
    public static boolean isOne(Path place) {
        return place.endsWith(NAME) && !Files.exists(place.resolve(CatalogFile.NAME));
    }

    /** Whether an asset is a custom item of a project. */
    public static boolean isOne(AssetCatalog.Entry asset) {
        var base = asset.provider().base();
        return base.startsWith("file:") && base.endsWith("/" + NAME + "/");
    }

    /** Tells whether anything in a folder of custom items has changed. */
    public static String version(Path folder) {
        try (var all = Files.walk(folder, DEEPEST)) {
            int files = 0;
            long sum = 0;
            for (var file : all.limit(MOST_FILES).toList()) {
                sum = 31 * sum + state(file).hashCode();
                files++;
            }
            return files + " " + sum;
        } catch (IOException | UncheckedIOException missing) {
            return "missing";
        }
    }

    private static AssetFile state(Path file) throws IOException {
        var state = Files.readAttributes(file, BasicFileAttributes.class);
        return new AssetFile(
                file.toString(),
                state.isDirectory() ? 0 : state.size(),
                state.lastModifiedTime().toMillis());
    }

    @Override
    public String base() {
        String uri = folder.toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    @Override
    public CatalogFile catalog() throws IOException {
        var byId = new LinkedHashMap<String, CatalogAsset>();
        var folders = new HashMap<String, String>();
        var problems = new ArrayList<String>();
        for (var item : items()) {
            String name = NAME + "/" + item.getFileName();
            try {
                var read = CatalogFile.read(asCatalog(item), name);
                problems.addAll(read.problems());
                for (var asset : assets(read)) {
                    if (byId.putIfAbsent(asset.id(), asset) == null) {
                        folders.put(asset.id(), name);
                    } else {
                        problems.add(twice(name, asset.id(), folders));
                    }
                }
            } catch (IOException unreadable) {
                problems.add(name + ": " + unreadable.getMessage());
            }
        }
        var assets = List.copyOf(byId.values());
        var packs =
                assets.isEmpty()
                        ? List.<AssetPack>of()
                        : List.of(new AssetPack(NAME, PACK, Optional.empty(), assets));
        return new CatalogFile(packs, problems);
    }

    private static List<CatalogAsset> assets(CatalogFile read) {
        return read.packs().stream().flatMap(pack -> pack.assets().stream()).toList();
    }

    /** A folder that was copied; with the same id it would be taken for the other one. */
    private static String twice(String name, String id, Map<String, String> folders) {
        return "%s: its \"id\" is that of %s, so it is left out."
                .formatted(name, folders.getOrDefault(id, ""));
    }

    /** The folders of the items, by name. */
    private List<Path> items() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(CustomFolder::isItem).sorted().limit(MOST_ITEMS).toList();
        }
    }

    /** One that begins with a dot is still being written. */
    private static boolean isItem(Path item) {
        return !String.valueOf(item.getFileName()).startsWith(".")
                && Files.isRegularFile(item.resolve(DATA));
    }

    /**
     * The folder of an item that is still as it was read.
     *
     * @return nothing where there is none with its id
     * @throws IOException with a sentence for people where it has become another one meanwhile
     */
    public Optional<Path> find(CatalogAsset asset) throws IOException {
        for (var item : items()) {
            // The same one as in the catalog: the first of its id that can be read.
            var found = idOf(item).equals(asset.id()) ? read(item) : Optional.<CatalogAsset>empty();
            if (found.isPresent() && found.get().equals(asset)) {
                return Optional.of(item);
            } else if (found.isPresent()) {
                throw new IOException(NAME + "/" + item.getFileName() + " has changed meanwhile.");
            }
        }
        return Optional.empty();
    }

    private Optional<CatalogAsset> read(Path item) {
        try {
            return assets(CatalogFile.read(asCatalog(item), "")).stream().findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The id of an item without a look at its files; empty where it has none. */
    private static String idOf(Path item) {
        String id = "";
        try (var data = new JsonFactory().createParser(text(item.resolve(DATA)))) {
            boolean isObject = data.nextToken() == JsonToken.START_OBJECT;
            while (isObject && data.nextToken() == JsonToken.FIELD_NAME) {
                boolean isId = data.currentName().equals("id");
                if (data.nextToken() == JsonToken.VALUE_STRING && isId) {
                    id = data.getText();
                }
                data.skipChildren();
            }
        } catch (IOException unreadable) {
            // The catalog tells what is wrong with it.
            return "";
        }
        return id;
    }

    /** An item in the form in which catalogs have it. */
    private byte[] asCatalog(Path item) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("assetPacks");
            json.writeStartObject();
            json.writeStringField("name", PACK);
            json.writeArrayFieldStart("assets");
            json.writeStartObject();
            copyFields(item.resolve(DATA), List.of("composite", "contents"), json);
            json.writeFieldName("composite");
            copy(item.resolve(COMPOSITE), json);
            json.writeObjectFieldStart("contents");
            contents(item, json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static byte[] text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no file " + file.getFileName() + ".");
        }
        return new ProjectFile(file).bytes(LARGEST_JSON);
    }

    /** Copies all fields of an object but some. */
    static void copyFields(Path file, List<String> but, JsonGenerator json) throws IOException {
        try (var data = new JsonFactory().createParser(text(file))) {
            if (data.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(file.getFileName() + " is no JSON object.");
            }
            while (data.nextToken() == JsonToken.FIELD_NAME) {
                if (but.contains(data.currentName())) {
                    data.nextToken();
                    data.skipChildren();
                } else {
                    json.copyCurrentStructure(data);
                }
            }
        }
    }

    private static void copy(Path file, JsonGenerator json) throws IOException {
        try (var composite = new JsonFactory().createParser(text(file))) {
            composite.nextToken();
            json.copyCurrentStructure(composite);
        }
    }

    private void contents(Path item, JsonGenerator json) throws IOException {
        try (var all = Files.walk(item, DEEPEST)) {
            for (var file : all.filter(CustomFolder::isOwn).sorted().limit(MOST_FILES).toList()) {
                var path = item.relativize(file).toString().replace('\\', '/');
                if (!path.equals(DATA) && !path.equals(COMPOSITE)) {
                    json.writeStringField(path, hash(file).text());
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** A link in a downloaded folder must not bring files of this machine into a scene. */
    private static boolean isOwn(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private AssetHash hash(Path file) throws IOException {
        var state = state(file);
        var before = known.get(file);
        var hash = before != null && before.state.equals(state) ? before.hash : Cid.of(file);
        known.put(file, new Known(state, hash));
        files.put(hash, file);
        return hash;
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        var file = files.get(hash);
        if (file == null) {
            throw new IOException("\"" + hash + "\" is of no custom item.");
        }
        return ContentProof.checked(hash, new ProjectFile(file).bytes(most));
    }

    @Override
    public void close() {
        // Nothing is held open between two reads.
    }
}
