// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A {@link Quota} for each of so many addresses, which lasts when they go and come back: of more
 * the one is forgotten that wanted nothing for the longest time. Not thread-safe.
 */
final class Quotas {
    private static final int MOST = 1024;

    private final long perSecond;
    private final long atOnce;
    private final SequencedMap<String, Quota> quotas = new LinkedHashMap<>();

    /**
     * @param perSecond bytes, for as long as they go on
     * @param atOnce what may come at once after a pause
     */
    Quotas(long perSecond, long atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    Quota of(String address, long now) {
        var quota = quotas.getOrDefault(address, new Quota(perSecond, atOnce, now));
        quotas.putLast(address, quota);
        if (quotas.size() > MOST) {
            quotas.pollFirstEntry();
        }
        return quota;
    }
}
