// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may do what in a session, as its owner says.
 *
 * @param version later tables have greater ones
 * @param base the start of the session that holds
 * @param others what those may do who are not named
 * @param named by address; the owner is not among them
 */
public record Roles(long version, long base, Role others, SortedMap<String, Role> named) {
    private static final int MOST = 10_000;

    public Roles {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        if (others == Role.OWNER || named.containsValue(Role.OWNER)) {
            throw new IllegalArgumentException("a session has one owner");
        }
    }

    /** What holds before the owner said anything: nobody else may edit. */
    static Roles none() {
        return new Roles(0, 0, Role.VIEWER, new TreeMap<>());
    }

    /** The role of somebody who is not the owner. */
    Role of(String address) {
        return named.getOrDefault(address, others);
    }

    /** The same, but that somebody has another role. */
    public Roles with(String address, Role role) {
        var changed = new TreeMap<>(named);
        changed.put(address, role);
        return new Roles(version, base, others, changed);
    }

    Roles versioned(long next) {
        return new Roles(next, base, others, named);
    }

    Roles based(long start) {
        return new Roles(version, start, others, named);
    }

    void write(Output out) {
        out.number(version).number(base).octet(others.ordinal()).integer(named.size());
        named.forEach((address, role) -> out.address(address).octet(role.ordinal()));
    }

    static Roles read(Input in) throws IOException {
        long version = in.tally();
        long base = in.number();
        var others = role(in);
        var named = new TreeMap<String, Role>();
        for (int left = in.count(MOST); left > 0; left--) {
            named.put(in.address(), role(in));
        }
        return new Roles(version, base, others, named);
    }

    private static Role role(Input in) throws IOException {
        int ordinal = in.octet();
        if (ordinal == 0 || ordinal >= Role.values().length) {
            throw new IOException("a role of " + ordinal);
        }
        return Role.values()[ordinal];
    }
}
