// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

/** Something that a person ought to know about a source file, as a sentence. */
public record Finding(Kind kind, Place place, String message) {

    /** What is the matter. */
    public enum Kind {
        /** The file does something when it is loaded, beside defining components. */
        SIDE_EFFECT,
        /** The file cannot be parsed or decoded. */
        SYNTAX,
        /** The file imports what is not there. */
        MISSING,
        /** The file took too long, too much memory, or is too large. */
        LIMIT,
        /** The file threw an error while it was loaded. */
        FAILED
    }

    static Finding read(WireReader in) {
        return new Finding(in.oneOf(Kind.values()), Place.read(in), in.text());
    }

    void write(WireWriter out) {
        out.type(kind.ordinal());
        place.write(out);
        out.text(message);
    }
}
