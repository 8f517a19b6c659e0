// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.NumberBlock;
import org.scenewright.scene.NumberLeases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Who may use which entity numbers of a shared scene, for the one replica that the others ask;
 * usable from any thread.
 */
public final class SceneLeases {
    private final SceneFiles.Owner owner;
    private final NumberLeases leases = new NumberLeases();

    SceneLeases(SceneFiles.Owner owner) {
        this.owner = owner;
    }

    /**
     * Leases the lowest numbers that are free; nothing when the scene is full.
     *
     * @param holder the address of who asks, which may be this replica
     */
    public CompletableFuture<Optional<NumberBlock>> lease(String holder) {
        return owner.onThread(() -> leases.lease(holder, owner.scene()));
    }

    /** Notes a lease that somebody else gave, who kept the leases before. */
    public CompletableFuture<Boolean> note(String holder, NumberBlock block) {
        return owner.onThread(
                () -> {
                    leases.note(holder, block);
                    return true;
                });
    }

    /** How many of the numbers are left that this replica may use alone. */
    public CompletableFuture<Integer> unspent() {
        return owner.onThread(() -> owner.scene().unspentNumbers());
    }

    /** How many numbers are neither in use nor leased. */
    public CompletableFuture<Integer> free() {
        return owner.onThread(() -> leases.free(owner.scene()));
    }

    /** How many numbers somebody holds that no entity ever had. */
    public CompletableFuture<Integer> unspent(String holder) {
        return owner.onThread(() -> leases.unspent(holder, owner.scene()));
    }

    /** Gives somebody again what they hold longest and did not use, so many numbers at most. */
    public CompletableFuture<List<NumberBlock>> leaseAgain(String holder, int count) {
        return owner.onThread(() -> leases.again(holder, count, owner.scene()));
    }

    /** The blocks that somebody holds. */
    public CompletableFuture<List<NumberBlock>> held(String holder) {
        return owner.onThread(() -> leases.held(holder));
    }

    /** All blocks that anybody holds, for whoever keeps the leases next. */
    public CompletableFuture<Map<String, List<NumberBlock>>> all() {
        return owner.onThread(leases::all);
    }

    /** Takes back what somebody holds, who said so themselves. */
    public CompletableFuture<Boolean> release(String holder) {
        return owner.onThread(
                () -> {
                    leases.release(holder, owner.scene());
                    return true;
                });
    }
}
