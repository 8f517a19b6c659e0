// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;

/**
 * How somebody is shown to others.
 *
 * @param name at most {@value #LONGEST} characters
 * @param colour red, green and blue, eight bits each
 */
public record Profile(String name, int colour) {
    private static final int LONGEST = 64;

    public Profile {
        name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        colour &= 0xFFFFFF;
    }

    void write(Output out) {
        out.text(name).integer(colour);
    }

    static Profile read(Input in) throws IOException {
        return new Profile(in.text(4 * LONGEST), in.integer());
    }
}
