// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.GltfFiles;
import org.scenewright.content.LocalPath;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways in which texts spell the files of a project. */
public enum Spelling {
    /** From the top of the project, or from the folder of an item that is not placed yet. */
    PATH {
        @Override
        List<String> named(String file, String text) {
            return text.startsWith(ITEM)
                    ? LocalPath.beside(file, text.substring(ITEM.length())).stream().toList()
                    : LocalPath.names(text).map(names -> String.join("/", names)).stream().toList();
        }

        @Override
        Optional<String> respelled(String file, String text, Relocations moved) {
            return text.startsWith(ITEM)
                    ? beside(file, text.substring(ITEM.length()), moved).map(ITEM::concat)
                    : named(file, text).stream()
                            .findFirst()
                            .flatMap(moved::now)
                            .map(now -> lead(text) + now);
        }
    },
    /** A JSON text whose own texts spell files. */
    PAYLOAD {
        @Override
        List<String> named(String file, String text) {
            return JsonUses.strings(text).stream()
                    .flatMap(part -> PATH.named(file, part.text()).stream())
                    .toList();
        }

        @Override
        Optional<String> respelled(String file, String text, Relocations moved) {
            var parts = new ArrayList<Splice.Part>();
            for (var part : JsonUses.strings(text)) {
                PATH.respelled(file, part.text(), moved)
                        .map(JsonUses::quoted)
                        .ifPresent(
                                now -> parts.add(new Splice.Part(part.start(), part.end(), now)));
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(Splice.apply(text, parts));
        }
    },
    /** An address relative to the file that holds it. */
    URI {
        @Override
        List<String> named(String file, String text) {
            return LocalPath.beside(file, GltfFiles.decoded(text)).stream().toList();
        }

        @Override
        Optional<String> respelled(String file, String text, Relocations moved) {
            return beside(file, GltfFiles.decoded(text), moved)
                    .map(now -> RelativeUris.spelled(now, text));
        }
    },
    /** A text in source code, from the top of the project; its last part alone may be one, too. */
    SOURCE {
        @Override
        List<String> named(String file, String text) {
            return PATH.named(file, text);
        }

        @Override
        Optional<String> respelled(String file, String text, Relocations moved) {
            return PATH.respelled(file, text, moved)
                    .map(now -> text.endsWith("/") ? now + "/" : now)
                    .or(() -> moved.end(text));
        }
    };

    /** What items that are not placed yet have for their own folder. */
    static final String ITEM = "{assetPath}/";

    /** Whether it depends on where the file is that has it. */
    public boolean isRelative() {
        return this == URI;
    }

    abstract List<String> named(String file, String text);

    /** The text once files are elsewhere; nothing where it stays as it is. */
    abstract Optional<String> respelled(String file, String text, Relocations moved);

    /** A relative path from where the file is then; nothing where it stays as it is. */
    private static Optional<String> beside(String file, String path, Relocations moved) {
        var target = LocalPath.beside(file, path);
        String home = moved.now(file).orElse(file);
        return target.map(old -> moved.now(old).orElse(old))
                .filter(now -> !LocalPath.beside(home, path).equals(Optional.of(now)))
                .map(now -> RelativeUris.from(home, now));
    }

    /** What stands before the first name. */
    private static String lead(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == '/' || text.startsWith("./", at))) {
            at++;
        }
        return text.substring(0, at);
    }
}
