// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.assets.Clip;
import org.scenewright.assets.Posture;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The model of one entity as its clips go on: by what {@code core::Animator} says, or else its
 * first clip again and again. One thread.
 */
final class Actor {
    /** Faster than this nobody could tell what is to be seen. */
    private static final double FASTEST = 1000;

    private final List<Clip> clips;
    private Optional<Value> animator = Optional.empty();
    private Map<Integer, Act> acts = new HashMap<>();
    private List<Act> shown;
    private Posture posture;

    /** What an Animator says of one clip. */
    private record Wish(
            boolean isPlaying, boolean isLooping, boolean isReset, double speed, double weight) {
        static final Wish ALWAYS = new Wish(true, true, false, 1, 1);

        static Wish of(Value state) {
            return new Wish(
                    state.flag("playing", false),
                    state.flag("loop", true),
                    state.flag("shouldReset", false),
                    finite(Math.clamp(state.number("speed", 1), -FASTEST, FASTEST)),
                    finite(state.number("weight", 1)));
        }

        private static double finite(double number) {
            return Double.isFinite(number) ? number : 0;
        }
    }

    /** One clip as it goes on. */
    private final class Act {
        private final int clip;
        private Wish wish;
        private double seconds;
        private boolean isOver;

        Act(int clip, Wish wish) {
            this.clip = clip;
            this.wish = wish;
            rewind();
        }

        /** To where it begins: at the end for one that runs backwards. */
        private void rewind() {
            seconds = wish.speed < 0 ? length() : 0;
            isOver = false;
        }

        private double length() {
            return clips.get(clip).seconds();
        }

        boolean isGoing() {
            return wish.isPlaying && !isOver;
        }

        /**
         * Goes on as another wish says. What begins or ends goes back to the beginning where it is
         * to be reset; what came to its end begins anew.
         */
        void take(Wish next) {
            boolean turns = next.isPlaying != isGoing();
            boolean isAgain = next.isPlaying && isOver;
            boolean isEnded = isOver && !next.isPlaying;
            wish = next;
            if (isAgain || turns && !isEnded && next.isReset) {
                rewind();
            }
        }

        void pass(double time) {
            double then = seconds + time * wish.speed;
            if (wish.isLooping) {
                seconds = length() > 0 ? then - Math.floor(then / length()) * length() : 0;
            } else {
                seconds = Math.clamp(then, 0, length());
                isOver = wish.speed > 0 && then >= length() || wish.speed < 0 && then <= 0;
            }
        }

        Posture.Playing playing() {
            return new Posture.Playing(clip, (float) seconds, (float) wish.weight);
        }
    }

    /**
     * @param clips at least one
     */
    Actor(List<Clip> clips) {
        this.clips = clips;
        var first = new Act(0, Wish.ALWAYS);
        acts.put(0, first);
        shown = List.of(first);
        posture = new Posture(List.of(first.playing()));
    }

    boolean isOf(List<Clip> other) {
        return clips.equals(other);
    }

    Posture posture() {
        return posture;
    }

    /** Takes what an Animator says by now; nothing where there is none. */
    void take(Optional<Value> next) {
        if (next.equals(animator)) {
            return;
        }
        var before = animator.isPresent() && next.isPresent() ? acts : Map.<Integer, Act>of();
        animator = next;
        acts = new HashMap<>();
        wishes().forEach(
                        (clip, wish) ->
                                acts.put(
                                        clip,
                                        taken(Optional.ofNullable(before.get(clip)), clip, wish)));
        show();
    }

    private static Map<String, Integer> numbers(List<Clip> clips) {
        var numbers = new HashMap<String, Integer>();
        for (int i = 0; i < clips.size(); i++) {
            numbers.putIfAbsent(clips.get(i).name(), i);
        }
        return numbers;
    }

    private Map<Integer, Wish> wishes() {
        if (animator.isEmpty()) {
            return Map.of(0, Wish.ALWAYS);
        }
        var numbers = numbers(clips);
        var wishes = new HashMap<Integer, Wish>();
        for (var state : animator.get().items("states")) {
            var clip = numbers.get(state.text("clip", ""));
            if (clip != null) {
                wishes.put(clip, Wish.of(state));
            }
        }
        return wishes;
    }

    private Act taken(Optional<Act> before, int clip, Wish wish) {
        var act = before.orElseGet(() -> new Act(clip, wish));
        act.take(wish);
        return act;
    }

    /** What goes on is seen; where nothing does, the last of it stays as it is. */
    private void show() {
        var going = acts.values().stream().filter(Act::isGoing).toList();
        shown = going.isEmpty() ? shown.stream().filter(acts::containsValue).toList() : going;
        posture = new Posture(shown.stream().map(Act::playing).toList());
    }

    /**
     * Lets time pass.
     *
     * @return the Animator without what has come to its end by that; nothing where nothing has
     */
    Optional<Value> pass(double seconds) {
        if (seconds == 0 || shown.stream().noneMatch(Act::isGoing)) {
            return Optional.empty();
        }
        var ended = new HashSet<Integer>();
        for (var act : shown) {
            if (act.isGoing()) {
                act.pass(seconds);
                if (act.isOver) {
                    ended.add(act.clip);
                }
            }
        }
        show();
        return ended.isEmpty() ? Optional.empty() : animator.map(value -> without(value, ended));
    }

    private Value without(Value value, Set<Integer> ended) {
        var numbers = numbers(clips);
        var states = new ArrayList<Value>();
        for (var state : value.items("states")) {
            boolean isEnded = ended.contains(numbers.get(state.text("clip", "")));
            states.add(isEnded ? state.with(FieldPath.of("playing"), Value.of(false)) : state);
        }
        return value.with(FieldPath.of("states"), Value.of(states));
    }
}
