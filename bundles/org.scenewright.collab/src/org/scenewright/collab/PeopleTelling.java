// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells listeners and views who is there and what they do; of the thread of the session. */
final class PeopleTelling {
    private static final int GREY = 0x808080;

    private final Parts parts;
    private final SessionNews news;
    private final Awareness awareness;
    private final ByAddress<Profile> known = new ByAddress<>();
    private boolean isDue;

    PeopleTelling(Parts parts, SessionNews news, Awareness awareness) {
        this.parts = parts;
        this.news = news;
        this.awareness = awareness;
    }

    /** There is something to tell, which waits so that one need not hear of everything apart. */
    void changed() {
        isDue = true;
    }

    void tick() {
        if (isDue) {
            isDue = false;
            tell();
        }
    }

    private void tell() {
        var all = new ArrayList<Person>();
        all.add(me());
        parts.peers().all().forEach(peer -> all.add(person(peer)));
        var shown = toldApart(all);
        news.people(shown, away());
        var others = shown.stream().filter(person -> !person.isMe());
        awareness.others(others.map(PeopleTelling::participant).toList());
    }

    private static List<Person> toldApart(List<Person> all) {
        var wanted = new LinkedHashMap<String, Integer>();
        all.forEach(person -> wanted.put(person.address(), person.profile().colour()));
        var given = Colours.apart(wanted);
        return all.stream().map(person -> in(given, person)).toList();
    }

    private static Person in(Map<String, Integer> given, Person person) {
        var profile = person.profile();
        int colour = given.getOrDefault(person.address(), profile.colour());
        return new Person(
                person.address(),
                new Profile(profile.name(), colour),
                person.role(),
                person.presence(),
                person.isMe());
    }

    /** Those who were sent away, as they were when they were there. */
    private List<Person> away() {
        parts.peers().all().forEach(peer -> known.put(peer.address(), peer.profile()));
        return parts.authority().roles().banned().stream().sorted().map(this::gone).toList();
    }

    private Person gone(String address) {
        var profile = known.find(address).orElseGet(() -> new Profile(address, GREY));
        return new Person(address, profile, Role.BANNED, Presence.IDLE, false);
    }

    private Person me() {
        return new Person(
                parts.me(),
                parts.self().profile(),
                parts.authority().of(parts.me()),
                Presence.IDLE,
                true);
    }

    private Person person(Peer peer) {
        return new Person(
                peer.address(),
                peer.profile(),
                parts.authority().of(peer.address()),
                peer.presence(),
                false);
    }

    /** Of who looks on nobody need leave anything alone. */
    private static Participant participant(Person person) {
        var presence = person.presence();
        return new Participant(
                person.address(),
                person.profile().name(),
                person.profile().colour(),
                person.role().mayEdit() ? presence : presence.withHolding(List.of()));
    }

    /** Nobody is there any more as far as views are concerned. */
    void end() {
        isDue = false;
        awareness.others(List.of());
    }
}
