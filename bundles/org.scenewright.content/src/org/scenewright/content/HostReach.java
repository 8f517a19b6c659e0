// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses may be asked on somebody's behalf. A person may name any server, one on this
 * machine too. What a server then names in a redirect is another matter: without a bound a hostile
 * one could make this machine ask its own services, or those of the network behind it, which trust
 * whoever asks from here. So a redirect may lead to the same scheme, host and port, or to hosts
 * whose every address is public; never from https to http; never to an address with a user in it.
 * Catalogs and mappings cannot name servers at all: they name hashes, and those are asked of the
 * server that the person has named.
 *
 * <p>A host is looked up here and once more when it is connected to. Between the two stands the
 * Java machine's own memory of such look-ups (30 seconds unless set otherwise), which gives both
 * the same answer.
 */
final class HostReach {

    /** What names lead to. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;

    HostReach(Resolver resolver) {
        this.resolver = resolver;
    }

    static HostReach ofSystem() {
        return new HostReach(host -> List.of(InetAddress.getAllByName(host)));
    }

    /**
     * Refuses what is no address of the web.
     *
     * @throws IOException with a sentence for people
     */
    static URI checked(URI address) throws IOException {
        boolean isWeb =
                "http".equalsIgnoreCase(address.getScheme())
                        || "https".equalsIgnoreCase(address.getScheme());
        if (!isWeb || address.getHost() == null || address.getRawUserInfo() != null) {
            throw new IOException("\"" + address + "\" is no plain http or https address.");
        }
        return address;
    }

    /**
     * Refuses a redirect that leads where only a person may.
     *
     * @throws IOException with a sentence for people
     */
    URI checked(URI from, URI to) throws IOException {
        checked(to);
        if (isSameOrigin(from, to)) {
            return to;
        }
        if (from.getScheme().equalsIgnoreCase("https")
                && !to.getScheme().equalsIgnoreCase("https")) {
            throw new IOException(from + " leads to an address that is not encrypted.");
        }
        for (var address : resolver.resolve(to.getHost())) {
            if (!isPublic(address)) {
                throw new IOException(
                        from + " leads to " + to.getHost() + ", which is not public.");
            }
        }
        return to;
    }

    private static boolean isSameOrigin(URI from, URI to) {
        return from.getScheme().equalsIgnoreCase(to.getScheme())
                && from.getHost().equalsIgnoreCase(to.getHost())
                && from.getPort() == to.getPort();
    }

    /** Whether everybody on the internet means the same machine by it. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return !(address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress())
                && (address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes));
    }

    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xFF;
        int second = address[1] & 0xFF;
        boolean isShared = first == 100 && second >> 6 == 1;
        boolean isBenchmark = first == 198 && second >> 1 == 9;
        boolean isProtocol = first == 192 && second == 0 && address[2] == 0;
        return first > 0 && first < 224 && !isShared && !isBenchmark && !isProtocol;
    }

    /** The global block only, and of that nothing that wraps an address of the other kind. */
    private static boolean isPublic6(byte[] address) {
        int first = (address[0] & 0xFF) << 8 | address[1] & 0xFF;
        boolean isTeredo = first == 0x2001 && address[2] == 0 && address[3] == 0;
        return first >> 13 == 1 && !isTeredo && first != 0x2002;
    }
}
