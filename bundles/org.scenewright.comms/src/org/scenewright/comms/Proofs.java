// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Proofs of who somebody is while they wait to be looked into: so few at once that whoever brings
 * many takes no more than a share of the machine. Of the thread of the server.
 */
final class Proofs {
    /** How many are looked into at once. */
    static final int AT_ONCE = 2;

    private final Executor beside;
    private final Executor here;
    private final Queue<Proof> waiting = new ArrayDeque<>();
    private int running;

    /** Something that is looked into. */
    interface Proof {
        /** Whether whoever brought it is still there. */
        boolean isWanted();

        /**
         * Looks into it, which takes a while; any thread.
         *
         * @return what follows from it
         */
        Runnable check();
    }

    /**
     * @param beside runs what takes a while
     * @param here runs what follows from it on the thread of the server
     */
    Proofs(Executor beside, Executor here) {
        this.beside = beside;
        this.here = here;
    }

    void add(Proof proof) {
        waiting.add(proof);
        goOn();
    }

    private void goOn() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            var proof = waiting.remove();
            if (proof.isWanted()) {
                running++;
                beside.execute(() -> check(proof));
            }
        }
    }

    private void check(Proof proof) {
        Runnable outcome = () -> {};
        try {
            outcome = proof.check();
        } finally {
            here.execute(done(outcome));
        }
    }

    private Runnable done(Runnable outcome) {
        return () -> {
            running--;
            outcome.run();
            goOn();
        };
    }
}
