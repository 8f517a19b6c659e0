// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs of assets that lie on a server, behind the cache: the catalog is asked for only where it
 * has changed, files once. Without a connection the catalog is the one that was there, and says so
 * among its problems.
 *
 * <p>An address that ends in {@code .json} is that of the catalog, with {@code contents/} beside
 * it; any other is that of a server as the official one: {@code /asset-packs/latest/catalog.json}
 * and {@code /contents/}.
 */
public final class CatalogServer implements CatalogSource {
    private static final String OFFICIAL = "/asset-packs/latest/catalog.json";
    private static final int LONGEST_HEADER = 1000;

    private final URI catalog;
    private final CachedContent contents;
    private final Downloads downloads;
    private final ContentCache cache;

    /** A catalog as it was kept: how its server knows it, when it was asked for, and its text. */
    private record Kept(String tag, String modified, Instant when, byte[] json) {

        static Optional<Kept> of(byte[] document) {
            String text = new String(document, StandardCharsets.ISO_8859_1);
            String[] lines = text.split("\n", 4);
            if (lines.length < 4 || !lines[2].matches("\\d{1,15}")) {
                return Optional.empty();
            }
            var when = Instant.ofEpochMilli(Long.parseLong(lines[2]));
            byte[] json = lines[3].getBytes(StandardCharsets.ISO_8859_1);
            return Optional.of(new Kept(lines[0], lines[1], when, json));
        }

        byte[] document() {
            String head = tag + "\n" + modified + "\n" + when.toEpochMilli() + "\n";
            byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[start.length + json.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(json, 0, all, start.length, json.length);
            return all;
        }

        Map<String, String> conditions() {
            var conditions = new HashMap<String, String>();
            if (!tag.isEmpty()) {
                conditions.put("If-None-Match", tag);
            }
            if (!modified.isEmpty()) {
                conditions.put("If-Modified-Since", modified);
            }
            return conditions;
        }
    }

    /**
     * @throws IOException with a sentence for people where that is no address of the web
     */
    public CatalogServer(String address, Downloads downloads, ContentCache cache)
            throws IOException {
        String text = ContentServer.trimmed(address);
        boolean isCatalog = text.endsWith(".json");
        catalog = ContentServer.uri(isCatalog ? text : text + OFFICIAL);
        this.downloads = downloads;
        this.cache = cache;
        contents = new CachedContent(new Files(base(text), downloads), cache);
    }

    private static String base(String address) {
        if (address.endsWith(OFFICIAL)) {
            return base(address.substring(0, address.length() - OFFICIAL.length()));
        }
        return address.endsWith(".json")
                ? address.substring(0, address.lastIndexOf('/')) + "/contents/"
                : address + "/contents/";
    }

    private record Files(String base, Downloads downloads) implements ContentStore {
        @Override
        public boolean isNear(AssetHash hash) {
            return false;
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            return ContentServer.bytes(base, hash, most, downloads);
        }
    }

    @Override
    public String base() {
        return contents.base();
    }

    @Override
    public boolean isNear(AssetHash hash) {
        return contents.isNear(hash);
    }

    @Override
    public void fetch(AssetHash hash) throws IOException {
        contents.fetch(hash);
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        return contents.bytes(hash, most);
    }

    @Override
    public CatalogFile catalog() throws IOException {
        var kept = cache.document(catalog.toString(), CatalogFile.LARGEST * 2L).flatMap(Kept::of);
        try {
            return asked(kept);
        } catch (NoAnswerException offline) {
            return outdated(kept.orElseThrow(() -> offline), offline);
        }
    }

    private CatalogFile asked(Optional<Kept> kept) throws IOException {
        Map<String, String> conditions = kept.map(Kept::conditions).orElse(Map.of());
        var question =
                new Downloads.Question(catalog, Optional.empty(), conditions, CatalogFile.LARGEST);
        var answer = downloads.ask(question);
        if (answer.status() == 304) {
            return read(
                    kept.orElseThrow(() -> new NoAnswerException(catalog + " answers nothing."))
                            .json());
        }
        var file = read(answer.body());
        if (!file.packs().isEmpty() || file.problems().isEmpty()) {
            keep(answer);
        } else if (kept.isPresent()) {
            // A page that asks to log in, say: it does not take the place of a catalog.
            throw new NoAnswerException(catalog + " answers with no catalog.");
        }
        return file;
    }

    private void keep(Downloads.Answer answer) {
        var now =
                new Kept(
                        header(answer, "etag"),
                        header(answer, "last-modified"),
                        Instant.now(),
                        answer.body());
        cache.keepDocument(catalog.toString(), now.document());
    }

    private static String header(Downloads.Answer answer, String name) {
        String text = answer.headers().getOrDefault(name, "");
        return text.length() > LONGEST_HEADER || !text.matches("[ -~]*") ? "" : text;
    }

    private CatalogFile read(byte[] json) {
        return CatalogFile.read(json, catalog.toString());
    }

    private CatalogFile outdated(Kept kept, NoAnswerException why) {
        var file = read(kept.json());
        var problems =
                new ArrayList<>(
                        List.of(
                                why.getMessage()
                                        + " This is what was there at "
                                        + kept.when().truncatedTo(ChronoUnit.SECONDS)
                                        + "."));
        problems.addAll(file.problems());
        return new CatalogFile(file.packs(), problems, true);
    }

    @Override
    public void close() {
        // The connections belong to who made them.
    }
}
