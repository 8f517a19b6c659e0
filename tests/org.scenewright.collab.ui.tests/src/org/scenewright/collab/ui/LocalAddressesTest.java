// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

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
}
