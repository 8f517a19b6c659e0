// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.comms.RoomStorage;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Somebody kept a copy of a session at home, and may only look on when they come back. */
class OwnCopyTest {
    private static final long LONG = 20_000;

    private final Company company = new Company(1, Samples.scene(), Role.EDITOR);
    private final Member ann = company.owner();
    private final Drawer drawer = new Drawer();

    /** Keeps one thing. */
    private static final class Drawer implements RoomStorage {
        private Optional<byte[]> kept = Optional.empty();

        @Override
        public int mostBytes() {
            return 1 << 20;
        }

        @Override
        public CompletableFuture<Void> put(String name, byte[] bytes) {
            kept = Optional.of(bytes);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Optional<byte[]>> get(String name, int most) {
            return CompletableFuture.completedFuture(kept);
        }
    }

    /** Somebody edits, and is said by the owner to look on once they left. */
    private void editAndLeave() {
        company.home = Optional.of(drawer);
        var bob = company.another(1);
        company.gather();
        bob.move("Box", "x", 3);
        company.pass(LONG);
        bob.leave();
        company.pass(LONG);
        assertTrue(drawer.kept.isPresent());
        ann.core().decide(roles -> roles.with(bob.address(), Role.VIEWER));
        company.pass(LONG);
    }

    private Member comeBack() {
        var again = company.another(1);
        again.connect();
        company.pass(LONG);
        return again;
    }

    @Test
    void nobodyHearsOfItWhoHasTheSessionAnyway() {
        editAndLeave();
        var bob = comeBack();
        assertEquals(3, bob.at("Box").x());
        assertEquals(List.of(), bob.notices());
    }
}
