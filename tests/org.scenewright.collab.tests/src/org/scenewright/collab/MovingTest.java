// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Ann and Bob, who met in the yard, go elsewhere. */
class MovingTest extends TwoPeople {
    private static final ConnectionString YARD = ConnectionString.parse("simulator:yard?delay=1");
    private static final ConnectionString BARN = ConnectionString.parse("simulator:barn?delay=1");

    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));

    @Override
    Adapters adapters() {
        return adapters;
    }

    @BeforeEach
    void meet() {
        share(YARD, Role.EDITOR);
        join();
    }

    @Test
    void theLinkLeadsToWhereOneIs() {
        var before = anns.link();
        assertEquals(BARN, now(anns.move(BARN)));
        assertEquals(BARN, anns.link().connection());
        assertEquals(before.session(), anns.link().session());
        assertEquals(before.owner(), anns.link().owner());
        var director = ConnectionString.parse("archipelago:ws://127.0.0.1:1/ws");
        var told = new CompletableFuture<String>();
        try (var registration = anns.onNotice(told::complete)) {
            anns.move(director);
            now(told);
        }
        assertEquals(director.text(), anns.link().text().split("#")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense:yard", "archipelago:?"})
    void whatNobodyUnderstandsLeadsNowhere(String place) {
        var going = anns.move(ConnectionString.parse(place));
        var refused = assertThrows(CompletionException.class, going::join);
        assertInstanceOf(CommsException.class, refused.getCause());
        assertEquals(YARD, anns.link().connection());
        ann.move("x", 3);
        bob.awaitAt(3);
    }

    @Test
    void whoIsThereAlreadyNeedNotGo() {
        assertEquals(YARD, now(anns.move(YARD)));
    }

    @Test
    void whoGoesElsewhereBeforeTheyAreThereIsNotTakenForThere() {
        var first = anns.move(ConnectionString.parse("archipelago:ws://127.0.0.1:1/ws"));
        assertEquals(BARN, now(anns.move(BARN)));
        assertTrue(first.isCompletedExceptionally());
    }

    @Test
    void whoIsToldWhereTheOwnerGoesCanFollow() {
        var told = new CompletableFuture<Elsewhere>();
        try (var registration = bobs.onElsewhere(told::complete)) {
            anns.move(BARN);
            assertEquals(new Elsewhere("Ann", Optional.of(BARN)), now(told));
        }
        awaitPeople(bobs, 1);
        bob.move("x", 7);
        bobs.move(now(told).place().orElseThrow());
        ann.awaitAt(7);
        assertEquals(anns.link(), bobs.link());
    }
}
