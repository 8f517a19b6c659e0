// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.CatalogSearch;
import org.scenewright.content.Cid;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Measures what assets cost before anything of them is drawn. */
@Command(
        name = "assets",
        description = {
            "Measures searching 10,000 assets as somebody types (the slowest letter), hashing"
                + " beside the plain SHA-256 of the JDK, and what it takes to tell another process"
                + " where local paths lead: all in one message, or an asset at a time.",
            "The modes with \"change\" tell of one asset that is added to as many that are known."
        },
        mixinStandardHelpOptions = true)
final class AssetsBench implements Callable<Integer> {
    private static final int HASHED_BYTES = 128 << 20;
    private static final int ASSETS = 10_000;
    private static final List<String> TYPED =
            List.of(
                    "old mossy tree",
                    "harbour lamp",
                    "golden",
                    "bench 99",
                    "xyz",
                    "a",
                    "fountain in");
    private static final List<String> FIELDS =
            List.of("filterMs", "hashMBps", "hashStreamMBps", "sha256MBps");
    private static final List<String> OF_MAPPING = List.of("bytes", "ms", "uiStallMs");

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--entries",
            split = ",",
            defaultValue = "1000,10000,100000",
            description = "paths of the mappings, by default ${DEFAULT-VALUE}")
    List<Integer> sizes = List.of();

    /** How mappings are told. */
    private enum Mode {
        MONOLITHIC("monolithic"),
        INCREMENTAL("incremental"),
        MONOLITHIC_CHANGE("monolithic change"),
        INCREMENTAL_CHANGE("incremental change");

        private final String words;

        Mode(String words) {
            this.words = words;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var medians = new Medians("assets");
        var search = new CatalogSearch(new ManyAssets(1).list(ASSETS));
        var file = Files.createTempFile("scenewright-bench", ".bin");
        try {
            var bytes = new byte[HASHED_BYTES];
            new Random(1).nextBytes(bytes);
            Files.write(file, bytes);
            round(search, file, bytes);
            for (int run = 0; run < Math.max(1, runs); run++) {
                medians.add(round(search, file, bytes));
            }
        } finally {
            Files.delete(file);
        }
        double ratio = medians.of("hashMBps") / medians.of("sha256MBps");
        var line =
                medians.values(FIELDS)
                        .with(FieldPath.of("hashRatio"), Value.of(ratio))
                        .with(FieldPath.of("mapping"), Value.of(mappings()));
        spec.commandLine().getOut().println(ValueJson.print(line));
        return 0;
    }

    private static Value round(CatalogSearch search, Path file, byte[] bytes) throws IOException {
        double whole = mbps(() -> Cid.of(file));
        double plain = mbps(() -> sha256(bytes));
        double stream =
                mbps(
                        () -> {
                            try (var in = Files.newInputStream(file)) {
                                return Cid.of(in);
                            }
                        });
        return Value.fields("filterMs", Value.of(filter(search)))
                .with(FieldPath.of("hashMBps"), Value.of(whole))
                .with(FieldPath.of("hashStreamMBps"), Value.of(stream))
                .with(FieldPath.of("sha256MBps"), Value.of(plain));
    }

    private interface Hashing {
        Object hash() throws IOException;
    }

    private static double mbps(Hashing hashing) throws IOException {
        long start = System.nanoTime();
        hashing.hash();
        return HASHED_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The milliseconds that the list follows the slowest letter after. */
    private static double filter(CatalogSearch search) {
        double slowest = 0;
        for (var text : TYPED) {
            for (int length = 1; length <= text.length(); length++) {
                var watch = new Stopwatch();
                search.find(text.substring(0, length));
                slowest = Math.max(slowest, watch.milliseconds());
            }
        }
        return slowest;
    }

    private List<Value> mappings() throws IOException, InterruptedException {
        var rows = new ArrayList<Value>();
        for (int entries : sizes) {
            var assets = new ManyAssets(entries).list(Math.max(1, entries / ManyAssets.FILES));
            for (var mode : Mode.values()) {
                rows.add(mapping(assets, mode));
            }
        }
        return rows;
    }

    private Value mapping(List<CatalogAsset> assets, Mode mode)
            throws IOException, InterruptedException {
        var medians = new Medians("assets");
        run(assets, mode);
        for (int run = 0; run < Math.max(1, runs); run++) {
            var taken = run(assets, mode);
            medians.add(
                    Value.fields("bytes", Value.of(taken.bytes()))
                            .with(FieldPath.of("ms"), Value.of(taken.ms()))
                            .with(FieldPath.of("uiStallMs"), Value.of(taken.uiStallMs())));
        }
        int entries = assets.size() * ManyAssets.FILES;
        var row =
                Value.fields("entries", Value.of(entries))
                        .with(FieldPath.of("mode"), Value.of(mode.words));
        for (var field : OF_MAPPING) {
            row = row.with(FieldPath.of(field), Value.of(medians.of(field)));
        }
        return row;
    }

    private static MappingRun.Taken run(List<CatalogAsset> assets, Mode mode)
            throws IOException, InterruptedException {
        var known = new MappingRun();
        var added = new ManyAssets(-1).list(1).getFirst();
        var single = List.of(new MappingMessage("added", added.contents()));
        return switch (mode) {
            case MONOLITHIC -> checked(known, whole(assets), assets);
            case INCREMENTAL -> checked(known, each(assets), assets);
            case MONOLITHIC_CHANGE -> {
                checked(known, whole(assets), assets);
                var all = new ArrayList<>(assets);
                all.add(added);
                yield checked(known, whole(all), all);
            }
            case INCREMENTAL_CHANGE -> {
                checked(known, each(assets), assets);
                yield known.send(single);
            }
        };
    }

    private static MappingRun.Taken checked(
            MappingRun run, List<MappingMessage> messages, List<CatalogAsset> assets)
            throws IOException, InterruptedException {
        var taken = run.send(messages);
        if (run.entries() != assets.size() * ManyAssets.FILES) {
            throw new CommandFailed("Only " + run.entries() + " paths have arrived.");
        }
        return taken;
    }

    /** One message with all paths, each in the folder that its asset was imported to. */
    private static List<MappingMessage> whole(List<CatalogAsset> assets) {
        var all = new TreeMap<String, AssetHash>();
        for (var asset : assets) {
            asset.contents()
                    .forEach((path, hash) -> all.put("assets/" + asset.id() + "/" + path, hash));
        }
        return List.of(new MappingMessage("", all));
    }

    private static List<MappingMessage> each(List<CatalogAsset> assets) {
        return assets.stream()
                .map(asset -> new MappingMessage(asset.id(), asset.contents()))
                .toList();
    }
}
