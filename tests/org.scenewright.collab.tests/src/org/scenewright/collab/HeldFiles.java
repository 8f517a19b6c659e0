// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.content.AssetHash;
import org.scenewright.content.Cid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A project in memory behind the port of a session. */
final class HeldFiles implements SharedFiles {
    final Set<String> named = new TreeSet<>();
    final Map<String, byte[]> files = new HashMap<>();
    final Map<AssetHash, byte[]> cache = new HashMap<>();
    final List<String> asked = new ArrayList<>();
    int kept;
    boolean isLying;

    /** Reads, writes and sums up. */
    Executor disk = Runnable::run;

    UnaryOperator<byte[]> sum = Digests::sha256;

    @Override
    public CompletableFuture<List<String>> missing() {
        return CompletableFuture.completedFuture(
                named.stream().filter(path -> !files.containsKey(path)).toList());
    }

    @Override
    public CompletableFuture<List<FileMark>> held() {
        return CompletableFuture.completedFuture(
                named.stream()
                        .filter(files::containsKey)
                        .map(path -> new FileMark(path, Cid.of(files.get(path))))
                        .toList());
    }

    @Override
    public CompletableFuture<Found> find(String path) {
        asked.add(path);
        return CompletableFuture.supplyAsync(
                () ->
                        files.containsKey(path)
                                ? held(files.get(path))
                                : new Found.Absent("It is missing."),
                disk);
    }

    private Found held(byte[] bytes) {
        return new Found.Held(hash(bytes), sum.apply(bytes), bytes);
    }

    private AssetHash hash(byte[] bytes) {
        return Cid.of(isLying ? new byte[] {1} : bytes);
    }

    @Override
    public CompletableFuture<Boolean> restore(String path, AssetHash hash) {
        if (cache.containsKey(hash)) {
            files.put(path, cache.get(hash));
        }
        return CompletableFuture.completedFuture(cache.containsKey(hash));
    }

    @Override
    public CompletableFuture<Kept> keep(String path, AssetHash hash, Supplier<byte[]> bytes) {
        return CompletableFuture.supplyAsync(() -> kept(path, hash, bytes.get()), disk);
    }

    private Kept kept(String path, AssetHash hash, byte[] bytes) {
        if (!Cid.proves(hash, bytes)) {
            return new Kept.Wrong();
        }
        kept++;
        files.put(path, bytes);
        return new Kept.Done();
    }
}
