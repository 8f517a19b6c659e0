// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;

/**
 * How somebody is shown to others.
 *
 * @param name one line of at most {@value #LONGEST} characters, without any that are not seen
 * @param colour red, green and blue, eight bits each
 */
public record Profile(String name, int colour) {
    private static final int LONGEST = 64;

    public Profile {
        name = PlainLine.of(name, LONGEST);
        colour &= 0xFFFFFF;
    }

    void write(Output out) {
        out.text(name).integer(colour);
    }

    static Profile read(Input in) throws IOException {
        return new Profile(in.text(4 * LONGEST), in.integer());
    }
}
