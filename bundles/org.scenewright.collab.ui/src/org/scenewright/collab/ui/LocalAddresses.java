// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses under which others can reach this computer; any thread but that of the UI. */
final class LocalAddresses {
    /** What every computer has. */
    static final String ALONE = "127.0.0.1";

    private static final Pattern VIRTUAL = Pattern.compile("docker|br-|veth|virbr|vbox|vmnet");

    private LocalAddresses() {}

    /** Who can come to an address, those first who can be told at a glance. */
    enum Reach {
        ALONE("this computer only"),
        NEAR("home or office network"),
        WIDE("whoever finds it in the network"),
        VIRTUAL("virtual machines of this computer");

        private final String who;

        Reach(String who) {
            this.who = who;
        }

        private static Reach of(InetAddress address, String network) {
            if (address.isLoopbackAddress()) {
                return ALONE;
            }
            if (LocalAddresses.VIRTUAL.matcher(network).lookingAt()) {
                return VIRTUAL;
            }
            // RFC 4193: the local ones of IPv6.
            boolean isLocal =
                    address.isSiteLocalAddress() || (address.getAddress()[0] & 0xFE) == 0xFC;
            return isLocal ? NEAR : WIDE;
        }
    }

    /**
     * An address of this computer.
     *
     * @param network what the system calls it
     */
    record Place(String address, Reach reach, String network) {
        static Place of(InetAddress address, String network) {
            return new Place(address.getHostAddress(), Reach.of(address, network), network);
        }

        /** What people choose it by; begins with the address. */
        String label() {
            return address + " – " + reach.who + (reach == Reach.ALONE ? "" : " (" + network + ")");
        }
    }

    /** The address in what was chosen or typed. */
    static String address(String text) {
        return text.strip().split("\\s", 2)[0];
    }

    /** Whether an address, as it is typed, is that of this computer for itself alone. */
    static boolean isAlone(String address) {
        return address.matches("127(\\.[0-9]{1,3}){3}|::1|\\[::1\\]|(?i:localhost)");
    }

    /** Whether an address stands for all that a computer has, so that nobody can go there. */
    static boolean isAny(String address) {
        return address.matches("0+(\\.0+){0,3}|\\[?[0:]*:[0:]*]?");
    }

    /** That of this computer alone, where nobody listens. */
    static Place alone() {
        return new Place(ALONE, Reach.ALONE, "");
    }

    /** That of this computer alone first. */
    static List<Place> find() {
        var found = new ArrayList<>(List.of(alone()));
        try {
            for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    Collections.list(network.getInetAddresses()).stream()
                            .filter(address -> !address.isLinkLocalAddress())
                            .map(address -> Place.of(address, network.getName()))
                            .forEach(found::add);
                }
            }
        } catch (SocketException unknown) {
            System.getLogger(LocalAddresses.class.getName())
                    .log(System.Logger.Level.DEBUG, "Networks could not be listed", unknown);
        }
        found.sort(Comparator.comparing(Place::reach));
        return found;
    }
}
