// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The addresses under which others can reach this computer; any thread but that of the UI. */
final class LocalAddresses {
    /** What every computer has. */
    static final String ALONE = "127.0.0.1";

    private LocalAddresses() {}

    /** Whether an address, as it is typed, is that of this computer for itself alone. */
    static boolean isAlone(String address) {
        return address.matches("127(\\.[0-9]{1,3}){3}|::1|\\[::1\\]|(?i:localhost)");
    }

    /** Whether an address stands for all that a computer has, so that nobody can go there. */
    static boolean isAny(String address) {
        return address.matches("0+(\\.0+){0,3}|\\[?[0:]*:[0:]*]?");
    }

    /** That of this computer alone first. */
    static List<String> find() {
        var found = new ArrayList<>(List.of(ALONE));
        try {
            for (var network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    Collections.list(network.getInetAddresses()).stream()
                            .filter(address -> !address.isLinkLocalAddress())
                            .map(InetAddress::getHostAddress)
                            .forEach(found::add);
                }
            }
        } catch (SocketException unknown) {
            System.getLogger(LocalAddresses.class.getName())
                    .log(System.Logger.Level.DEBUG, "Networks could not be listed", unknown);
        }
        return found;
    }
}
