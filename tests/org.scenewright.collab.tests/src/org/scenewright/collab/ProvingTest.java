// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** What proves a document is looked at beside the session, which goes on meanwhile. */
class ProvingTest {
    private final Company company = new Company(2, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();
    private final Member bob = company.members.get(1);
    private final Queue<Runnable> beside = new ArrayDeque<>();

    ProvingTest() {
        ann.connect();
        company.pass(1000);
        ann.move("Box", "x", 3);
        company.beside = beside::add;
    }

    private void join(Member member) {
        member.connect();
        company.pass(1000);
    }

    private void prove() {
        while (!beside.isEmpty()) {
            beside.remove().run();
        }
        company.pass(1000);
    }

    @Test
    void aDocumentIsTakenOverAsSoonAsItIsProven() {
        join(bob);
        // However long that takes nobody is asked again.
        company.pass(60_000);
        assertFalse(bob.core().isSettled());
        assertEquals(1, beside.size());
        prove();
        assertTrue(bob.core().isSettled());
        assertEquals(3, bob.at("Box").x());
        company.checkAlike();
    }

    @Test
    void whatWasBegunBeforeACutChangesNothing() {
        join(bob);
        bob.disconnect();
        prove();
        assertFalse(bob.core().isSettled());
        assertEquals(0, bob.at("Box").x());
        join(bob);
        prove();
        assertEquals(3, bob.at("Box").x());
        company.checkAlike();
    }

    @Test
    void givenUpItEndsBeforeAllIsLookedAt() {
        var reach = Samples.proven(Samples.batches(1, 3));
        var proving = new Proving(reach, Samples.GROUND, Samples.KEYS, Samples.keys());
        var proven = proving.begin(beside::add);
        proving.giveUp();
        prove();
        assertFalse(proven.join());
    }

    @Test
    void whatCannotBeLookedAtIsNotProven() {
        var reach = Samples.proven(Samples.batches(1, 3));
        AddressProof broken =
                (attestation, signed, when) -> {
                    throw new IllegalStateException("nobody expected that");
                };
        var keys = new KnownKeys(Samples.SESSION, broken);
        var proving = new Proving(reach, Samples.GROUND, Samples.KEYS, keys);
        assertFalse(proving.begin(Runnable::run).join());
    }

    @Test
    void itIsLookedAtOnAThreadThatEndsWithTheSession() throws InterruptedException {
        var looking = new ProofThread();
        var thread = CompletableFuture.supplyAsync(Thread::currentThread, looking).join();
        assertFalse(thread.isVirtual());
        assertTrue(thread.isDaemon());
        looking.close();
        thread.join();
    }
}
