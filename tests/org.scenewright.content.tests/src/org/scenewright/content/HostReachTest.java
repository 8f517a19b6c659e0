// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

class HostReachTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2606:4700::1, true",
        "127.1.2.3, false",
        "10.1.2.3, false",
        "172.20.1.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.100.1.1, false",
        "0.0.0.0, false",
        "0.1.2.3, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "198.18.0.1, false",
        "192.0.0.8, false",
        "::1, false",
        "::, false",
        "fc00::1, false",
        "fe80::1, false",
        "ff02::1, false",
        "::ffff:10.0.0.1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::, false",
        "2001::1, false",
    })
    void knowsWhatIsPublic(String address, boolean isPublic) throws IOException {
        assertEquals(isPublic, HostReach.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, https://b.example/, true",
        "http://a.example/x, https://b.example/, true",
        "http://a.example/x, http://a.example/y, true",
        "https://a.example/x, http://b.example/, false",
        "http://a.example/x, http://both.example/, false",
        "http://both.example/x, http://both.example:81/, false",
        "http://both.example/x, http://both.example/y, true",
    })
    void isLedOnlyWhereEveryAddressIsPublic(String from, String to, boolean may) {
        var reach =
                new HostReach(
                        host ->
                                host.startsWith("both")
                                        ? List.of(
                                                InetAddress.getByName("8.8.8.8"),
                                                InetAddress.getByName("10.0.0.1"))
                                        : List.of(InetAddress.getByName("8.8.8.8")));
        boolean went;
        try {
            reach.checked(URI.create(from), URI.create(to));
            went = true;
        } catch (IOException refused) {
            went = false;
        }
        assertEquals(may, went);
    }
}
