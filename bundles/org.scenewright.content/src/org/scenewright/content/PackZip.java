// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A pack that lies in a zip: {@code catalog.json}, and beside it {@code contents} with a file for
 * each hash; both may stand in one folder. Nothing of it is ever unpacked to the disk. It is read
 * as it was when it was opened.
 */
public final class PackZip implements CatalogSource {
    private static final int MOST_ENTRIES = 500_000;

    /** A table of contents needs about 100 bytes an entry, and is read as a whole. */
    private static final long LARGEST_TABLE = 64L << 20;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> byName;
    private final String folder;

    private PackZip(Path path, ZipFile zip, Map<String, ZipEntry> byName) throws IOException {
        this.path = path;
        this.zip = zip;
        this.byName = byName;
        folder = folder();
    }

    /**
     * Opens a zip.
     *
     * @throws IOException with a sentence for people where it is none, or one with names that lead
     *     out, occur twice or are the same in another case, or with encrypted files
     */
    public static PackZip open(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("There is no file " + path + ".");
        }
        ZipTable.check(path, LARGEST_TABLE);
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException wrong) {
            throw refused(path, "is no zip that can be read (" + wrong.getMessage() + ")");
        }
        try {
            return new PackZip(path, zip, entries(path, zip));
        } catch (IOException | RuntimeException refused) {
            zip.close();
            throw refused;
        }
    }

    private static Map<String, ZipEntry> entries(Path path, ZipFile zip) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw refused(path, "has " + zip.size() + " entries; at most " + MOST_ENTRIES);
        }
        var byName = new HashMap<String, ZipEntry>();
        var spelled = new HashMap<String, String>();
        for (var entries = zip.entries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            String name = entry.getName();
            String bare = entry.isDirectory() ? name.substring(0, name.length() - 1) : name;
            var flaw = PortableName.pathFlaw(bare);
            if (flaw.isPresent()) {
                throw refused(path, "has " + JsonWalk.quoted(name) + ", which " + flaw.get());
            }
            String other = spelled.put(bare.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                String both = JsonWalk.quoted(other) + " and " + JsonWalk.quoted(name);
                throw refused(path, "has " + both + ", which only one file can be");
            }
            byName.put(name, entry);
        }
        return byName;
    }

    private static IOException refused(Path path, String what) {
        return new IOException(path + " " + what + ".");
    }

    /** The folder that the catalog is in, with its slash: at the top, or the one below. */
    private String folder() throws IOException {
        return byName.keySet().stream()
                .filter(name -> name.matches("([^/]+/)?" + CatalogFile.NAME))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .map(name -> name.substring(0, name.length() - CatalogFile.NAME.length()))
                .orElseThrow(() -> refused(path, "has no " + CatalogFile.NAME));
    }

    @Override
    public String base() {
        return "jar:" + path.toUri() + "!/" + folder + "contents/";
    }

    @Override
    public CatalogFile catalog() throws IOException {
        byte[] json = read(folder + CatalogFile.NAME, CatalogFile.LARGEST);
        return CatalogFile.read(json, path + "/" + folder + CatalogFile.NAME);
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        return ContentProof.checked(hash, read(folder + "contents/" + hash.text(), most));
    }

    private byte[] read(String name, long most) throws IOException {
        var entry =
                Optional.ofNullable(byName.get(name))
                        .filter(found -> !found.isDirectory())
                        .orElseThrow(() -> refused(path, "has no " + JsonWalk.quoted(name)));
        try (var in = zip.getInputStream(entry)) {
            // What an entry says of its size proves nothing: bytes are counted as they come.
            int bound = (int) Math.min(most, Integer.MAX_VALUE - 9);
            byte[] bytes = in.readNBytes(bound + 1);
            if (bytes.length > bound) {
                throw new TooLargeException(
                        JsonWalk.quoted(name)
                                + " in "
                                + path
                                + " has more than "
                                + most
                                + " bytes.");
            }
            return bytes;
        } catch (TooLargeException refused) {
            throw refused;
        } catch (IOException wrong) {
            throw refused(path, "has a damaged " + JsonWalk.quoted(name));
        } catch (IllegalStateException closed) {
            throw refused(path, "is closed");
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failed) {
            System.getLogger(PackZip.class.getName())
                    .log(System.Logger.Level.WARNING, "Not closed: " + path, failed);
        }
    }
}
