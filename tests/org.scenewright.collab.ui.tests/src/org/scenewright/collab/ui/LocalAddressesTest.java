// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Which addresses others can reach, as people type them. */
final class LocalAddressesTest {

    @Test
    void whatStandsForAllAddressesIsKnown() {
        assertTrue(
                Stream.of("0.0.0.0", "0", "::", "[::]", "0:0:0:0:0:0:0:0")
                        .allMatch(LocalAddresses::isAny));
        assertTrue(
                Stream.of("10.0.0.0", "192.168.0.7", "::1", "fe80::", "localhost", "0.0.0.0.evil")
                        .noneMatch(LocalAddresses::isAny));
    }

    @Test
    void anAddressOfThisComputerAloneIsKnown() {
        assertTrue(
                Stream.of("127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost")
                        .allMatch(LocalAddresses::isAlone));
        assertTrue(
                Stream.of("192.168.0.7", "0.0.0.0", "128.0.0.1", "localhost.evil", "")
                        .noneMatch(LocalAddresses::isAlone));
    }

    private static void checkPlace(String label, String address, String network)
            throws UnknownHostException {
        var place = LocalAddresses.Place.of(InetAddress.getByName(address), network);
        assertEquals(label, place.label());
        assertEquals(place.address(), LocalAddresses.address(place.label()));
    }

    @Test
    void itIsSaidWhoCanComeToAnAddress() throws UnknownHostException {
        checkPlace("127.0.0.1 – this computer only", "127.0.0.1", "lo");
        checkPlace("192.168.0.7 – home or office network (eth0)", "192.168.0.7", "eth0");
        checkPlace("10.0.0.7 – home or office network (wlan0)", "10.0.0.7", "wlan0");
        checkPlace("fd00:0:0:0:0:0:0:7 – home or office network (eth0)", "fd00::7", "eth0");
        checkPlace(
                "172.17.0.1 – virtual machines of this computer (docker0)",
                "172.17.0.1",
                "docker0");
        checkPlace("203.0.113.7 – whoever finds it in the network (eth0)", "203.0.113.7", "eth0");
    }

    @Test
    void whatIsTypedIsTheAddress() {
        assertEquals("192.168.0.7", LocalAddresses.address(" 192.168.0.7 "));
        assertEquals("", LocalAddresses.address(""));
    }

    @Test
    void thisComputerAloneComesFirst() {
        assertEquals(LocalAddresses.alone(), LocalAddresses.find().getFirst());
    }
}
