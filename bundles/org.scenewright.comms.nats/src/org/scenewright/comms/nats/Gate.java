// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets through what somebody really said in this room, and that once; the adapter's thread only.
 *
 * <p>A proof is verified once for a session, a signature for every envelope. A session heard of for
 * the first time has to be of now, so that what was recorded of others is worth nothing later on.
 */
final class Gate {
    static final int MOST_CALLERS = 2000;
    private static final Duration MOST_SKEW = Duration.ofMinutes(10);

    /** Something that was said. */
    record Said(Caller caller, Envelope envelope) {}

    /** So many are remembered whose session is forgotten, by a number alone. */
    private static final int MOST_GONE = 50_000;

    private final Map<ByteBuffer, Long> gone = new LinkedHashMap<>();
    private final Map<ByteBuffer, Caller> callers = new LinkedHashMap<>(16, 0.75f, true);
    private final Refusals refusals;
    private final String room;
    private final byte[] domain;
    private final Duration before;
    private final InstantSource clock;
    private long forgotten = Long.MIN_VALUE;

    /**
     * @param before how long ago something may have been sealed beside what clocks differ by
     */
    Gate(String room, Duration before, InstantSource clock, Refusals refusals) {
        this.room = room;
        this.before = before;
        this.domain = Envelope.domain(room);
        this.clock = clock;
        this.refusals = refusals;
    }

    /**
     * @param subject the last word of the subject that it came on
     */
    Optional<Said> pass(String subject, byte[] bytes) {
        try {
            Envelope envelope = Envelope.read(bytes);
            if (!envelope.kind().subject().equals(subject)) {
                return refuse(Refusal.GARBAGE);
            }
            Caller known = callers.get(ByteBuffer.wrap(envelope.key()));
            if (known != null && !known.isNews(envelope)) {
                return refuse(Refusal.REPLAYED);
            }
            if (!envelope.isSigned(domain, bytes)) {
                return refuse(Refusal.FORGED);
            }
            return known == null ? meet(envelope) : said(known, envelope);
        } catch (CommsException noEnvelope) {
            return refuse(Refusal.GARBAGE);
        }
    }

    private Optional<Said> meet(Envelope envelope) {
        if (envelope.proof().length == 0) {
            return refuse(Refusal.UNKNOWN);
        }
        if (isStale(envelope)) {
            return refuse(Refusal.STALE);
        }
        if (callers.size() >= MOST_CALLERS) {
            // The one that said nothing for the longest time.
            forget(callers.entrySet().iterator().next());
            refusals.add(Refusal.CROWDED);
        }
        ByteBuffer key = ByteBuffer.wrap(envelope.key());
        if (envelope.number() <= gone.getOrDefault(key, 0L)) {
            return refuse(Refusal.REPLAYED);
        }
        try {
            var caller = new Caller(Proof.address(envelope.proof(), room, envelope.key()));
            callers.put(key, caller);
            gone.remove(key);
            return said(caller, envelope);
        } catch (CommsException noProof) {
            return refuse(Refusal.FORGED);
        }
    }

    private void forget(Map.Entry<ByteBuffer, Caller> one) {
        gone.put(one.getKey(), one.getValue().last());
        callers.remove(one.getKey());
        if (gone.size() > MOST_GONE) {
            gone.remove(gone.keySet().iterator().next());
            forgotten = clock.millis();
        }
    }

    /** Since when nothing is forgotten of anybody, by the clock here. */
    long forgotten() {
        return forgotten;
    }

    private boolean isStale(Envelope envelope) {
        Instant now = clock.instant();
        long earliest = now.minus(before).minus(MOST_SKEW).toEpochMilli();
        return envelope.millis() < earliest
                || envelope.millis() > now.plus(MOST_SKEW).toEpochMilli();
    }

    private static Optional<Said> said(Caller caller, Envelope envelope) {
        caller.take(envelope);
        return Optional.of(new Said(caller, envelope));
    }

    private Optional<Said> refuse(Refusal refusal) {
        refusals.add(refusal);
        return Optional.empty();
    }
}
