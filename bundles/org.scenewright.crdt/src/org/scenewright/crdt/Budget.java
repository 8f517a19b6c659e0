// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

/** What is left of a limit on components and the bytes of their values. */
final class Budget {
    private final String what;
    private final int mostComponents;
    private final long mostBytes;
    private int components;
    private long bytes;

    Budget(String what, int mostComponents, long mostBytes) {
        this.what = what;
        this.mostComponents = mostComponents;
        this.mostBytes = mostBytes;
    }

    boolean admits(int moreComponents, long moreBytes) {
        return components + moreComponents <= mostComponents && bytes + moreBytes <= mostBytes;
    }

    void take(int moreComponents, long moreBytes) {
        components += moreComponents;
        bytes += moreBytes;
    }

    /** Why something is not admitted. */
    String refusal() {
        return "no more than %d %s with %d bytes are kept"
                .formatted(mostComponents, what, mostBytes);
    }
}
