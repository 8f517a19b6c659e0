// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.ByteArrayTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Copied entities on the clipboard or under the pointer: the JSON of a {@link
 * org.scenewright.scene.Fragment}.
 */
final class EntityTransfer extends ByteArrayTransfer {
    private static final String NAME = "org.scenewright.entities.json";
    private static final int TYPE = registerType(NAME);

    @Override
    protected int[] getTypeIds() {
        return new int[] {TYPE};
    }

    @Override
    protected String[] getTypeNames() {
        return new String[] {NAME};
    }

    @Override
    @SuppressWarnings("null")
    protected void javaToNative(Object json, TransferData target) {
        super.javaToNative(json.toString().getBytes(StandardCharsets.UTF_8), target);
    }

    @Override
    @SuppressWarnings("null")
    protected @Nullable Object nativeToJava(TransferData source) {
        return Optional.ofNullable((byte[]) super.nativeToJava(source))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
    }
}
