// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.ProvenReach.Claim;
import org.scenewright.collab.ProvenReach.Signer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * Looks whether what somebody says of how far others came is proven, beside the session, as that
 * may take seconds; whoever held edits that never were would take what comes for known. Given up it
 * ends soon.
 */
final class Proving {
    private static final System.Logger LOG = System.getLogger(Proving.class.getName());

    private final List<Signer> signers;
    private final Ground ground;
    private final Signatures signatures;
    private final Predicate<Attestation> proof;
    private final Set<Attestation> known = new HashSet<>();
    private volatile boolean isOver;

    /**
     * @param ground on which it has to be signed
     * @param signatures check that
     * @param keys those that are known need not be proven again
     */
    Proving(ProvenReach reach, Ground ground, Signatures signatures, KnownKeys keys) {
        this.signers = reach.signers();
        this.ground = ground;
        this.signatures = signatures;
        this.proof = keys.proof();
        signers.stream()
                .map(Signer::attestation)
                .filter(who -> keys.knows(who.address(), who.key()))
                .forEach(known::add);
    }

    /** Whether all is proven; false, too, where that was given up or could not be looked at. */
    CompletableFuture<Boolean> begin(Executor beside) {
        return CompletableFuture.supplyAsync(
                        () -> signers.stream().allMatch(this::isProven), beside)
                .exceptionally(Proving::broken);
    }

    private static boolean broken(Throwable why) {
        LOG.log(System.Logger.Level.WARNING, "What somebody says could not be looked at", why);
        return false;
    }

    void giveUp() {
        isOver = true;
    }

    private boolean isProven(Signer signer) {
        var who = signer.attestation();
        return !isOver
                && (known.contains(who) || proof.test(who))
                && signer.claims().stream().map(Claim::testimony).allMatch(this::isGenuine);
    }

    private boolean isGenuine(Testimony testimony) {
        return !isOver && testimony.isGenuine(ground, signatures);
    }
}
