// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Assets of the catalog under the pointer or on the clipboard: a {@code String[]} of their ids,
 * which travel as lines of UTF-8. UI thread.
 */
final class AssetTransfer extends ByteArrayTransfer {
    private static final String NAME = "org.scenewright.assets.ids";
    private static final int TYPE = registerType(NAME);

    /** Who offers something may be any program. */
    static final int MOST_BYTES = 1 << 16;

    static final int MOST_ASSETS = 256;
    private static final int MOST_CHARACTERS = 512;

    private static final AssetTransfer ONLY = new AssetTransfer();

    private AssetTransfer() {}

    static AssetTransfer instance() {
        return ONLY;
    }

    @Override
    protected int[] getTypeIds() {
        return new int[] {TYPE};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {NAME};
    }

    @Override
    protected boolean validate(@Nullable Object ids) {
        return ids instanceof String[] all
                && all.length > 0
                && decoded(encoded(all)).equals(Stream.of(all).distinct().toList());
    }

    @Override
    @SuppressWarnings("null")
    protected void javaToNative(Object ids, TransferData target) {
        if (ids instanceof String[] all) {
            super.javaToNative(encoded(all), target);
        }
    }

    @Override
    @SuppressWarnings("null")
    protected @Nullable Object nativeToJava(TransferData source) {
        var bytes = (byte[]) super.nativeToJava(source);
        var ids = bytes == null ? List.<String>of() : decoded(bytes);
        return ids.isEmpty() ? null : ids.toArray(String[]::new);
    }

    static byte[] encoded(String... ids) {
        return String.join("\n", ids).getBytes(StandardCharsets.UTF_8);
    }

    /** The ids of a payload, each once; none where it is not one that this class would make. */
    static List<String> decoded(byte[] payload) {
        if (payload.length > MOST_BYTES) {
            return List.of();
        }
        var ids =
                new String(payload, StandardCharsets.UTF_8)
                        .lines()
                        .distinct()
                        .limit(MOST_ASSETS + 1)
                        .toList();
        return ids.size() <= MOST_ASSETS && ids.stream().allMatch(AssetTransfer::isId)
                ? ids
                : List.of();
    }

    private static boolean isId(String line) {
        return !line.isBlank()
                && line.length() <= MOST_CHARACTERS
                && line.chars().noneMatch(Character::isISOControl);
    }
}
