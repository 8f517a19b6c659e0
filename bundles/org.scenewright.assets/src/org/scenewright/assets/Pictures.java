// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Decoded pictures by the hash of their bytes, because packs of assets carry the same picture in
 * many models: equal bytes give one bitmap as long as somebody holds it. Any thread.
 */
final class Pictures {
    private final Map<String, WeakReference<Bitmap>> known = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Bitmap>> inWork = new ConcurrentHashMap<>();

    private final PixelCache pixels;

    Pictures(Workers workers) {
        this(new PixelCache(PixelCache.USUAL_BYTES, workers, PictureDecoder::decode));
    }

    Pictures(PixelCache pixels) {
        this.pixels = pixels;
    }

    /** The bitmap of bytes that are kept for it. */
    Bitmap decode(byte[] bytes) {
        return decode(bytes, () -> bytes);
    }

    /**
     * The bitmap of some bytes.
     *
     * @param again reads them again where its pixels were dropped meanwhile
     */
    Bitmap decode(byte[] bytes, PixelCache.Encoded again) {
        var digest = digest(bytes);
        var hash = HexFormat.of().formatHex(digest);
        return bitmap(hash)
                .orElseGet(
                        () ->
                                decodeOnce(
                                        hash,
                                        () ->
                                                pixels.keep(
                                                        PictureDecoder.decode(bytes),
                                                        digest,
                                                        again)));
    }

    private Optional<Bitmap> bitmap(String hash) {
        var reference = known.get(hash);
        return reference == null ? Optional.empty() : Optional.ofNullable(reference.get());
    }

    private Bitmap decodeOnce(String hash, Supplier<Bitmap> decoding) {
        var mine = new CompletableFuture<Bitmap>();
        var theirs = inWork.putIfAbsent(hash, mine);
        return theirs == null ? decodeFor(mine, hash, decoding) : join(theirs);
    }

    private Bitmap decodeFor(
            CompletableFuture<Bitmap> promise, String hash, Supplier<Bitmap> decoding) {
        try {
            var bitmap = decoding.get();
            known.values().removeIf(reference -> reference.refersTo(null));
            known.put(hash, new WeakReference<>(bitmap));
            promise.complete(bitmap);
            return bitmap;
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
            throw e;
        } finally {
            inWork.remove(hash);
        }
    }

    private static Bitmap join(CompletableFuture<Bitmap> theirs) {
        try {
            return theirs.join();
        } catch (CompletionException e) {
            throw new AssetException(String.valueOf(e.getCause().getMessage()), e);
        }
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
