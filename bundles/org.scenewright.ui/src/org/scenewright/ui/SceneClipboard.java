// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.scenewright.scene.Fragment;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The system's clipboard for entities, which also carries them as JSON text. */
record SceneClipboard(Display display) {
    private static final EntityTransfer ENTITIES = new EntityTransfer();

    static EntityTransfer transfer() {
        return ENTITIES;
    }

    void put(Fragment fragment) {
        String json = fragment.toJson();
        use(
                clipboard -> {
                    clipboard.setContents(
                            new Object[] {json, json},
                            new Transfer[] {ENTITIES, TextTransfer.getInstance()});
                    return json;
                });
    }

    /** What was copied, here or elsewhere; nothing where it is something else. */
    Optional<Fragment> get() {
        return use(
                clipboard ->
                        Stream.of(ENTITIES, TextTransfer.getInstance())
                                .flatMap(
                                        transfer ->
                                                Stream.ofNullable(clipboard.getContents(transfer)))
                                .flatMap(json -> Fragment.fromJson(json.toString()).stream())
                                .findFirst());
    }

    /**
     * Whether there can be entities on it: asks for kinds only, but whoever has the clipboard must
     * answer.
     */
    boolean mayHoldEntities() {
        return use(
                clipboard ->
                        Stream.of(clipboard.getAvailableTypes())
                                .anyMatch(
                                        type ->
                                                ENTITIES.isSupportedType(type)
                                                        || TextTransfer.getInstance()
                                                                .isSupportedType(type)));
    }

    private <T> T use(Function<Clipboard, T> task) {
        var clipboard = new Clipboard(display);
        try {
            return task.apply(clipboard);
        } finally {
            clipboard.dispose();
        }
    }
}
