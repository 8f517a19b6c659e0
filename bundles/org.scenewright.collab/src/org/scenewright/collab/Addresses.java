// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.regex.Pattern;

/** How addresses of participants are spelled. */
final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

    private Addresses() {}

    /** Whether a text is an address: 0x and 40 hexadecimal digits in lower case. */
    static boolean isOne(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
