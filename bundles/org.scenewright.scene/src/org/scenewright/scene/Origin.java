// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

/**
 * Where a change comes from, so that nobody is told what they said themselves and undo knows whose
 * change it was.
 *
 * @param kind the sort of source
 * @param source the name of the link that it came in by; empty for the person at this editor
 * @param gesture a number that all edits of one drag or one typed field share, so that they become
 *     one undo step; 0 for none
 */
public record Origin(Kind kind, String source, long gesture) {

    /** The sorts of source. */
    public enum Kind {
        /** The person at this editor. */
        USER,
        /** Undo or redo of this person's changes. */
        HISTORY,
        /** A running script. */
        SCRIPT,
        /** A colleague. */
        PEER,
        /** The file on disk. */
        DISK
    }

    public static final Origin USER = new Origin(Kind.USER, "", 0);

    /**
     * Files went elsewhere, and what names them follows: a person's edit that can be undone, but
     * none by hand, so that locks do not stand against it.
     */
    public static final Origin RELOCATION = link(Kind.USER, "relocation");

    public static Origin gesture(long gesture) {
        return new Origin(Kind.USER, "", gesture);
    }

    /** Whether somebody edits by hand what is locked against just that. */
    boolean heedsLocks() {
        return kind == Kind.USER && !equals(RELOCATION);
    }

    public static Origin link(Kind kind, String source) {
        return new Origin(kind, source, 0);
    }
}
