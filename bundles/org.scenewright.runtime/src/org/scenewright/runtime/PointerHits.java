// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Tells one running scene what the player presses and points at; on the thread of the frames.
 *
 * <p>What is pressed the root hears always; an entity does where it is pointed at and asks for it
 * with a PointerEvents component.
 */
final class PointerHits {
    static final String EVENTS = "core::PointerEvents";
    private static final String RESULT = "core::PointerEventsResult";

    private final List<Press> presses = new ArrayList<>();
    private Optional<Pointed> hovered = Optional.empty();
    private List<PointerOffer> offers = List.of();
    private long timestamp;

    /** What happens to an entity, by the numbers of the SDK. */
    private enum Kind {
        UP,
        DOWN,
        HOVER_ENTER,
        HOVER_LEAVE,
        PROXIMITY_ENTER,
        PROXIMITY_LEAVE
    }

    /** What a pointer points at. */
    record Pointed(Bodies.Beam beam, Bodies.Contact contact, ScenePhysics.Reach reach) {
        Entity entity() {
            return contact.entity();
        }

        Value hit() {
            return contact.toValue(beam);
        }
    }

    /**
     * Something is pressed or released.
     *
     * @param at what was pointed at then
     */
    record Press(InputAction action, boolean isDown, Optional<Pointed> at) {
        private Kind kind() {
            return isDown ? Kind.DOWN : Kind.UP;
        }
    }

    void press(Press press) {
        presses.add(press);
    }

    /**
     * Tells all that happened since the last time.
     *
     * @param now what is pointed at
     */
    void answer(Optional<Pointed> now, Answering telling) {
        hover(telling, now.filter(pointed -> isReachable(telling, pointed)));
        offers = hovered.map(pointed -> offers(telling.scene(), pointed)).orElse(List.of());
        presses.forEach(press -> tell(telling, press));
        presses.clear();
    }

    /** Whether a pointer can do anything with what it points at. */
    private static boolean isReachable(Answering telling, Pointed pointed) {
        return entries(telling.scene(), pointed.entity()).stream()
                .anyMatch(entry -> reaches(telling.scene(), entry, pointed));
    }

    /** What can be done with what is pointed at, as of the last answer. */
    List<PointerOffer> offers() {
        return offers;
    }

    private static List<PointerOffer> offers(SceneSnapshot scene, Pointed pointed) {
        var shown = new EnumMap<InputAction, PointerOffer>(InputAction.class);
        entries(scene, pointed.entity()).stream()
                .filter(entry -> isPress(entry) && entry.flag("eventInfo.showFeedback", true))
                .filter(entry -> reaches(scene, entry, pointed))
                .map(PointerHits::offer)
                .forEach(offer -> shown.putIfAbsent(offer.action(), offer));
        return List.copyOf(shown.values());
    }

    private static boolean isPress(Value entry) {
        double kind = entry.number("eventType", 0);
        return kind == Kind.UP.ordinal() || kind == Kind.DOWN.ordinal();
    }

    private static PointerOffer offer(Value entry) {
        int button = (int) entry.number("eventInfo.button", InputAction.ANY.ordinal());
        var all = InputAction.values();
        var action = button >= 0 && button < all.length ? all[button] : InputAction.ANY;
        return new PointerOffer(action, entry.text("eventInfo.hoverText", "Interact"));
    }

    private void hover(Answering telling, Optional<Pointed> now) {
        if (!now.map(Pointed::entity).equals(hovered.map(Pointed::entity))) {
            hovered.filter(left -> asks(telling, left, Kind.HOVER_LEAVE))
                    .ifPresent(left -> tell(telling, Kind.HOVER_LEAVE, left));
            now.filter(entered -> asks(telling, entered, Kind.HOVER_ENTER))
                    .ifPresent(entered -> tell(telling, Kind.HOVER_ENTER, entered));
        }
        hovered = now;
    }

    /** Whether an entity wants to know of hovering; how far away it is was looked at before. */
    private static boolean asks(Answering telling, Pointed pointed, Kind kind) {
        return entries(telling.scene(), pointed.entity()).stream()
                .anyMatch(entry -> entry.number("eventType", 0) == kind.ordinal());
    }

    private void tell(Answering telling, Kind kind, Pointed pointed) {
        var result = result(InputAction.POINTER, kind, telling.tick());
        result.put("hit", pointed.hit());
        telling.out().append(pointed.entity(), RESULT, Bodies.struct(result));
    }

    private void tell(Answering telling, Press press) {
        press.at()
                .filter(pointed -> asks(telling, pointed, press))
                .ifPresent(pointed -> tell(telling, press, pointed.entity()));
        tell(telling, press, Entity.ROOT);
    }

    private static boolean asks(Answering telling, Pointed pointed, Press press) {
        return entries(telling.scene(), pointed.entity()).stream()
                .filter(entry -> entry.number("eventType", 0) == press.kind().ordinal())
                .filter(entry -> isFor(entry, press.action()))
                .anyMatch(entry -> reaches(telling.scene(), entry, pointed));
    }

    private void tell(Answering telling, Press press, Entity who) {
        var result = result(press.action(), press.kind(), telling.tick());
        press.at().ifPresent(pointed -> result.put("hit", pointed.hit()));
        telling.out().append(who, RESULT, Bodies.struct(result));
    }

    /** Tells an entity of something for which nothing in the world was hit. */
    void touch(Entity element, int kind, Answering telling) {
        var result = result(InputAction.POINTER, Kind.values()[kind], telling.tick());
        telling.out().append(element, RESULT, Bodies.struct(result));
    }

    private HashMap<String, Value> result(InputAction action, Kind kind, long tick) {
        var result = new HashMap<String, Value>();
        result.put("button", Value.of(action.ordinal()));
        result.put("state", Value.of(kind.ordinal()));
        result.put("timestamp", Value.of(++timestamp));
        result.put("tickNumber", Value.of(tick));
        return result;
    }

    /** What an entity wants to hear of pointers; not what it wants to hear of who comes near. */
    private static List<Value> entries(SceneSnapshot scene, Entity entity) {
        return scene.value(entity, EVENTS).stream()
                .flatMap(events -> events.items("pointerEvents").stream())
                .filter(entry -> entry.number("interactionType", 0) == 0)
                .toList();
    }

    private static boolean isFor(Value entry, InputAction action) {
        int any = InputAction.ANY.ordinal();
        double button = entry.number("eventInfo.button", any);
        return button == any || button == action.ordinal();
    }

    private static boolean reaches(SceneSnapshot scene, Value entry, Pointed pointed) {
        return switch (pointed.reach()) {
            case OF_PLAYER -> isNear(scene, entry, pointed.contact().position());
            case OF_EYE -> true;
        };
    }

    /** The rule of the protocol: near enough to the player, or to the camera if that is given. */
    static boolean isNear(SceneSnapshot scene, Value entry, Pose.Vec place) {
        double camera = entry.number("eventInfo.maxCameraDistance", -1);
        double player =
                Math.max(
                        entry.number("eventInfo.maxDistance", -1),
                        entry.number("eventInfo.maxPlayerDistance", -1));
        double reach = camera < 0 && player < 0 ? 10 : player;
        return Player.of(scene).distance(place) <= reach
                || cameraAt(scene).minus(place).length() <= camera;
    }

    private static Pose.Vec cameraAt(SceneSnapshot scene) {
        return scene.worldPose(Entity.CAMERA).position();
    }
}
