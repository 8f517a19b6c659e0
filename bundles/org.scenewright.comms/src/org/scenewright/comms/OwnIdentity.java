// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * An identity by a key that is kept here; any thread.
 *
 * <p>The key itself signs only who may speak for it: a key that lives as long as this object, and a
 * day at most.
 */
public final class OwnIdentity implements Identity {
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final Duration LEFT_AT_LEAST = Duration.ofHours(1);
    private static final Pattern CHALLENGE = Pattern.compile("dcl-[\\x21-\\x7e]{1,250}");

    /** A key that may speak until then; the beginning of every chain is ready, up to its comma. */
    private record Delegation(SigningKey key, String beginning, Instant expiration) {}

    private final SecureRandom random = new SecureRandom();
    private final ReentrantLock lock = new ReentrantLock();
    private final SigningKey owner;
    private final InstantSource clock;
    private Delegation delegation;

    OwnIdentity(SigningKey owner, InstantSource clock) {
        this.owner = owner;
        this.clock = clock;
        this.delegation = delegate();
    }

    /** A new one. */
    public static OwnIdentity generate() {
        return new OwnIdentity(SigningKey.generate(new SecureRandom()), InstantSource.system());
    }

    /**
     * The one that was kept.
     *
     * @param secret what {@link #secret} gave
     * @throws CommsException when it is not the 32 bytes of a key
     */
    public static OwnIdentity of(byte[] secret) {
        return new OwnIdentity(SigningKey.of(secret), InstantSource.system());
    }

    /** The 32 bytes to be kept in a safe place; who has them is this identity. */
    public byte[] secret() {
        return owner.secret();
    }

    @Override
    public String address() {
        return owner.address();
    }

    @Override
    public CompletableFuture<String> sign(String challenge) {
        if (!CHALLENGE.matcher(challenge).matches()) {
            return CompletableFuture.failedFuture(
                    new CommsException(
                            "The server wants something signed that is no challenge; this was"
                                    + " refused."));
        }
        return CompletableFuture.completedFuture(chain(challenge));
    }

    @Override
    public CompletableFuture<String> signRequest(SignedRequest request) {
        return CompletableFuture.completedFuture(chain(request.payload()));
    }

    /** Quick, as servers wait for a second only. */
    private String chain(String payload) {
        Delegation current = current();
        AuthLink signed = AuthLink.signed(current.key(), payload);
        return current.beginning() + AuthChain.toJson(signed) + "]";
    }

    private Delegation current() {
        lock.lock();
        try {
            if (clock.instant().plus(LEFT_AT_LEAST).isAfter(delegation.expiration())) {
                delegation = delegate();
            }
            return delegation;
        } finally {
            lock.unlock();
        }
    }

    private Delegation delegate() {
        SigningKey key = SigningKey.generate(random);
        Instant expiration = clock.instant().plus(LIFETIME);
        AuthLink link = AuthLink.delegation(owner, key.address(), expiration);
        String beginning =
                "["
                        + AuthChain.toJson(AuthLink.owner(owner.address()))
                        + ","
                        + AuthChain.toJson(link)
                        + ",";
        return new Delegation(key, beginning, expiration);
    }
}
