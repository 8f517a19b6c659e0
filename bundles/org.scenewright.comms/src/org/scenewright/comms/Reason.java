// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** What a server says to people, made fit to be shown. */
final class Reason {
    private static final int LONGEST = 200;

    private Reason() {}

    static String of(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ").strip();
        String shortened = printable.substring(0, Math.min(LONGEST, printable.length()));
        return shortened.isEmpty() ? "The server gives no reason." : shortened;
    }
}
