// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.SchemaException;

import java.io.IOException;

/** Reads and writes what is kept of a document, in the form of a checkpoint of a journal. */
final class Keepsakes {
    private static final int VERSION = 1;

    // About what the smallest document takes, and what a byte can stand for.
    private static final long ROOM = 64 << 20;
    private static final long ROOM_OF_BYTE = 64;

    private final JournalSnapshots snapshots;

    private Keepsakes(ComponentTypes core) {
        // What a project defines may be gone when it is read.
        var own = core.all().stream().filter(type -> type.definition().isEmpty()).toList();
        this.snapshots = new JournalSnapshots(core, ComponentTypes.of(own));
    }

    static byte[] write(Keepsake keepsake, ComponentTypes core) {
        var out = new JournalWriter();
        new Keepsakes(core).write(keepsake, out);
        return out.toBytes();
    }

    private void write(Keepsake keepsake, JournalWriter out) {
        out.octet(VERSION);
        out.maybe(keepsake.saved(), held -> snapshots.write(held, out));
        out.all(keepsake.open(), aside -> write(aside, out));
    }

    private void write(SetAside aside, JournalWriter out) {
        snapshots.write(aside.shared(), out);
        snapshots.write(aside.own(), out);
        out.all(aside.differences(), difference -> write(difference, out));
    }

    private static void write(Difference difference, JournalWriter out) {
        out.entity(difference.entity());
        out.text(difference.component());
        out.path(difference.path());
        out.maybe(difference.before(), out::cell);
        out.maybe(difference.after(), out::cell);
    }

    static Keepsake read(byte[] bytes, ComponentTypes core) throws IOException {
        if (bytes.length > Keepsake.LARGEST) {
            throw new IOException("What was kept of the scene is too large.");
        }
        try {
            var in = new JournalReader(bytes, ROOM + ROOM_OF_BYTE * bytes.length);
            return new Keepsakes(core).read(in);
        } catch (SceneFormatException | SchemaException | IllegalArgumentException unfit) {
            throw new IOException("What was kept of the scene is damaged.", unfit);
        }
    }

    private Keepsake read(JournalReader in) throws IOException {
        if (in.octet() != VERSION) {
            throw new IOException("What was kept of the scene is of another version.");
        }
        var saved = in.maybe(() -> snapshots.read(in));
        var open = in.all(() -> aside(in));
        in.finish();
        return new Keepsake(saved, open);
    }

    private SetAside aside(JournalReader in) {
        return SetAside.kept(snapshots.read(in), snapshots.read(in), in.all(() -> difference(in)));
    }

    private static Difference difference(JournalReader in) {
        return new Difference(
                in.entity(), in.text(), in.path(), in.maybe(in::cell), in.maybe(in::cell));
    }
}
