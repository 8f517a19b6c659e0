// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who may do what in a session, as its owner says.
 *
 * @param version later tables have greater ones
 * @param base the start of the session that holds
 * @param numbers the first entity number that was never given to anybody
 * @param others what those may do who are not named
 * @param named by address; the owner is not among them
 */
public record Roles(
        long version, long base, int numbers, Role others, SortedMap<String, Role> named) {
    private static final int MOST = 10_000;

    public Roles {
        named = Collections.unmodifiableSortedMap(new TreeMap<>(named));
        if (others == Role.OWNER || named.containsValue(Role.OWNER)) {
            throw new IllegalArgumentException("a session has one owner");
        }
    }

    /** What holds before the owner said anything: nobody else may edit. */
    static Roles none() {
        return new Roles(0, 0, Entity.FIRST_FREE_NUMBER, Role.VIEWER, new TreeMap<>());
    }

    /** The role of somebody who is not the owner. */
    Role of(String address) {
        return named.getOrDefault(address, others);
    }

    /** The addresses of those who may not take part. */
    Set<String> banned() {
        return named.entrySet().stream()
                .filter(e -> e.getValue() == Role.BANNED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same, but that somebody has another role. */
    public Roles with(String address, Role role) {
        var changed = new TreeMap<>(named);
        changed.put(address, role);
        return new Roles(version, base, numbers, others, changed);
    }

    /** The same, but that somebody is one of those who are not named. */
    public Roles without(String address) {
        var changed = new TreeMap<>(named);
        changed.remove(address);
        return new Roles(version, base, numbers, others, changed);
    }

    Roles versioned(long next) {
        return new Roles(next, base, numbers, others, named);
    }

    Roles based(long start) {
        return new Roles(version, start, numbers, others, named);
    }

    Roles numbered(int end) {
        return new Roles(version, base, Math.max(numbers, end), others, named);
    }

    /** The same for those who are not named. */
    public Roles forOthers(Role role) {
        return new Roles(version, base, numbers, role, named);
    }

    void write(Output out) {
        out.number(version).number(base).integer(numbers);
        out.octet(others.ordinal()).integer(named.size());
        named.forEach((address, role) -> out.address(address).octet(role.ordinal()));
    }

    static Roles read(Input in) throws IOException {
        long version = in.tally();
        long base = in.number();
        int numbers = in.integer();
        if (numbers < Entity.FIRST_FREE_NUMBER || numbers > Entity.LAST_NUMBER + 1) {
            throw new IOException("entity numbers up to " + numbers);
        }
        var others = role(in);
        var named = new TreeMap<String, Role>();
        for (int left = in.count(MOST); left > 0; left--) {
            named.put(in.address(), role(in));
        }
        return new Roles(version, base, numbers, others, named);
    }

    private static Role role(Input in) throws IOException {
        int ordinal = in.octet();
        if (ordinal == 0 || ordinal >= Role.values().length) {
            throw new IOException("a role of " + ordinal);
        }
        return Role.values()[ordinal];
    }
}
