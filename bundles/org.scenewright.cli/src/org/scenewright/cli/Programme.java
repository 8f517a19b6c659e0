// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Traffic;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a {@link Rehearsal} of one or several scenes came to. */
record Programme(List<Scene> scenes) {

    /**
     * One scene.
     *
     * @param entities how many there are in the end, of the document and of the script
     */
    record Scene(Performance performance, long entities) {}

    Programme {
        scenes = List.copyOf(scenes);
    }

    private List<Performance.Outcome> outcomes() {
        return scenes.stream().map(scene -> scene.performance().outcome()).toList();
    }

    /** Why there was nothing to run a scene with. */
    Optional<String> unplayable() {
        return scenes.stream().flatMap(s -> s.performance().unplayable().stream()).findFirst();
    }

    int errors() {
        return outcomes().stream().mapToInt(Performance.Outcome::errors).sum();
    }

    private Value traffic(Function<Performance.Outcome, Traffic> direction) {
        var sum = outcomes().stream().map(direction).reduce(Traffic.NONE, Traffic::plus);
        return Value.fields("messages", Value.of(sum.messages()))
                .with(FieldPath.of("bytes"), Value.of(sum.bytes()));
    }

    /** Of all that scripts wrote, scene after scene. */
    String stateHash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            scenes.forEach(scene -> scene.performance().state().digest(digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The milliseconds that so many of a hundred ticks took at most. */
    private Value tickMs(int percent) {
        var sorted =
                outcomes().stream()
                        .flatMap(outcome -> outcome.busy().stream())
                        .mapToLong(Duration::toNanos)
                        .sorted()
                        .toArray();
        int at = Math.min(sorted.length - 1, sorted.length * percent / 100);
        return Value.of(sorted.length == 0 ? 0 : sorted[at] / 1000 / 1e3);
    }

    Value toValue(String engine) {
        int ticks = outcomes().stream().mapToInt(Performance.Outcome::ticks).sum();
        long entities = scenes.stream().mapToLong(Scene::entities).sum();
        return Value.fields("ticks", Value.of(ticks))
                .with(FieldPath.of("sent"), traffic(Performance.Outcome::sent))
                .with(FieldPath.of("received"), traffic(Performance.Outcome::received))
                .with(FieldPath.of("entities"), Value.of(entities))
                .with(FieldPath.of("stateHash"), Value.of(stateHash()))
                .with(FieldPath.of("errors"), Value.of(errors()))
                .with(FieldPath.of("tickMsP50"), tickMs(50))
                .with(FieldPath.of("tickMsP99"), tickMs(99))
                .with(FieldPath.of("engine"), Value.of(engine));
    }

    /** For people. */
    static String text(Value facts) {
        return """
        %.0f ticks of %.3f ms, 99 of 100 within %.3f ms: %s
        sent %.0f messages, %.0f bytes; received %.0f messages, %.0f bytes
        %.0f entities, %.0f errors, state %s\
        """
                .formatted(
                        facts.number("ticks", 0),
                        facts.number("tickMsP50", 0),
                        facts.number("tickMsP99", 0),
                        facts.text("engine", ""),
                        facts.number("sent.messages", 0),
                        facts.number("sent.bytes", 0),
                        facts.number("received.messages", 0),
                        facts.number("received.bytes", 0),
                        facts.number("entities", 0),
                        facts.number("errors", 0),
                        facts.text("stateHash", ""));
    }
}
