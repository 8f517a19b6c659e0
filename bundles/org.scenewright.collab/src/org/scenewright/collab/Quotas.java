// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** A {@link Quota} for each address, which lasts when they go and come back. Not thread-safe. */
final class Quotas {
    private final long perSecond;
    private final long atOnce;
    private final ByAddress<Quota> quotas = new ByAddress<>();

    /**
     * @param perSecond bytes, for as long as they go on
     * @param atOnce what may come at once after a pause
     */
    Quotas(long perSecond, long atOnce) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
    }

    Quota of(String address, long now) {
        var quota = quotas.find(address).orElseGet(() -> new Quota(perSecond, atOnce, now));
        quotas.put(address, quota);
        return quota;
    }
}
