// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Clock;
import org.scenewright.runtime.Deeds;
import org.scenewright.runtime.EditorCalls;
import org.scenewright.runtime.FrameQuota;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.FrameStrategy;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.ScenePhysics;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.ScriptHearing;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;
import org.scenewright.script.BuildHearing;
import org.scenewright.script.PlayWorkers;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where a scene plays alone, without a picture and before nobody. */
record BareStage(FrameSchedule schedule) {
    static BareStage of(PlayWorkers workers) {
        var physics = new ScenePhysics(RehearsedBodies::new);
        var ports = new FrameSchedule.Ports(new Screenless(5), physics, Clock.real());
        return new BareStage(
                new FrameSchedule(workers, ports, FrameStrategy.NAIVE, FrameQuota.USUAL));
    }

    /** Lets what was built of a scene play. */
    Play play(SceneSession session, Path scene, PlayHearing hearing) {
        var calls =
                new EditorCalls(
                        session, new Nobody(), EditorCalls.offline(), InstantSource.system());
        var bundle = scene.resolve("bin/index.js");
        return schedule.play(PlayPlan.alone(session, bundle, calls), hearing);
    }

    private static final class Nobody implements Deeds {
        @Override
        public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
            return false;
        }

        @Override
        public boolean act(String action, Value argument) {
            return false;
        }
    }

    /** Notes what a build and a script say. */
    record Ears(List<String> said) implements BuildHearing, PlayHearing {
        @Override
        public void said(String line) {
            said.add(line);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void said(
                ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
            said.add(text);
        }

        @Override
        public void threw(String message, String stack, Optional<ScriptHearing.Spot> where) {
            said.add(message);
        }
    }
}
