// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.PlayBytes;
import org.scenewright.runtime.PlayTalk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Three people with a scene, of whom some play it. */
class PlayRelayTest {
    private final Company company = new Company(3, Samples.scene(), Role.EDITOR);
    private final Member ann = company.members.get(0);
    private final Member bob = company.members.get(1);
    private final Member cora = company.members.get(2);

    @BeforeEach
    void gather() {
        company.gather();
    }

    private static void say(Member who, String text, String... to) {
        who.core().plays().said(text.getBytes(StandardCharsets.UTF_8), List.of(to));
    }

    private static List<String> heard(Member who) {
        return who.events.stream()
                .filter(SessionEvent.PlayHeard.class::isInstance)
                .map(SessionEvent.PlayHeard.class::cast)
                .map(e -> e.sender() + " " + new String(e.message(), StandardCharsets.UTF_8))
                .toList();
    }

    private void play(Member... players) {
        List.of(players).forEach(player -> player.core().plays().plays(true));
        company.pass(100);
    }

    @Test
    void whoPlaysHearsWhatOthersSayInOrder() {
        play(ann, bob, cora);
        say(ann, "one");
        say(ann, "two");
        company.pass(100);
        var expected = List.of(ann.address() + " one", ann.address() + " two");
        assertEquals(expected, heard(bob));
        assertEquals(expected, heard(cora));
        assertEquals(List.of(), heard(ann));
    }

    @Test
    void whoDoesNotPlayHearsNothing() {
        play(ann, bob);
        say(ann, "one");
        company.pass(100);
        bob.core().plays().plays(false);
        company.pass(100);
        say(ann, "two");
        company.pass(100);
        assertEquals(List.of(ann.address() + " one"), heard(bob));
        assertEquals(List.of(), heard(cora));
    }

    @Test
    void whoBeginsIsHeardByThoseOfWhomIsNotKnownYetThatTheyPlay() {
        bob.core().plays().plays(true);
        company.pass(20_000);
        ann.core().plays().plays(true);
        company.pass(5000);
        company.network.split(Set.of(cora.address()));
        cora.core().plays().plays(true);
        company.pass(1);
        say(ann, "who is there?");
        company.network.heal();
        company.pass(1000);
        assertEquals(List.of(ann.address() + " who is there?"), heard(cora));
    }

    @Test
    void whatConcernsOneIsSentToThatOne() {
        play(ann, bob, cora);
        say(ann, "you", "0X" + bob.address().substring(2).toUpperCase(Locale.ROOT));
        company.pass(100);
        assertEquals(List.of(ann.address() + " you"), heard(bob));
        assertEquals(List.of(), heard(cora));
    }

    @Test
    void whoComesLaterKnowsWhoPlays() {
        bob.disconnect();
        play(ann);
        bob.connect();
        company.pass(3000);
        play(bob);
        say(bob, "here");
        company.pass(100);
        assertEquals(List.of(bob.address() + " here"), heard(ann));
    }

    @Test
    void nobodyIsDrownedByOneWhoTalksTooMuch() {
        play(ann, bob);
        var large = new byte[PlayTalk.LONGEST];
        for (int i = 0; i < 200; i++) {
            bob.parts().send(ann.address(), new PlayBytes(large));
            company.pass(5);
        }
        long most = (PlayRelay.AT_ONCE + PlayRelay.PER_SECOND) / large.length + 1;
        assertTrue(heard(ann).size() <= most, heard(ann).size() + " messages");
        assertTrue(ann.parts().complaints().count() > 0);
    }

    @Test
    void whoSaysTooMuchIsToldOnce() {
        play(ann, bob);
        for (int i = 0; i < 200; i++) {
            ann.core().plays().said(new byte[PlayTalk.LONGEST], List.of());
            company.pass(5);
        }
        assertTrue(heard(bob).size() >= PlayRelay.AT_ONCE / PlayTalk.LONGEST);
        var notices = ann.events.stream().filter(SessionEvent.Noticed.class::isInstance).toList();
        assertEquals(1, notices.size(), notices::toString);
    }
}
