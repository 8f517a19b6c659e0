// SPDX-License-Identifier: EPL-2.0
package org.scenewright.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.runtime.Speaker;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

@Timeout(60)
class SoundLineTest {
    private final Mixer mixer = new Mixer();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch again = new CountDownLatch(2);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** A line that takes everything at once, and whose end takes until it is asked for again. */
    private SourceDataLine line() {
        var kinds = new Class<?>[] {SourceDataLine.class};
        return (SourceDataLine)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(), kinds, (line, does, how) -> does(does));
    }

    private Object does(Method method) throws InterruptedException {
        switch (method.getName()) {
            case "open" -> {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                again.countDown();
            }
            case "close" -> {
                closing.countDown();
                // As long as somebody else could take to open it meanwhile.
                again.await(500, TimeUnit.MILLISECONDS);
                open.decrementAndGet();
            }
            default -> {}
        }
        return 0;
    }

    private MixedVoice voice() {
        var cue = new Speaker.Cue(0, false, new Speaker.Mix(1, 1, 1));
        return new MixedVoice(Wav.clip(Path.of("none"), "none"), cue);
    }

    @Test
    void whatBeginsWhileTheLineIsClosedIsHeardOnTheNextAlone() throws InterruptedException {
        var line = new SoundLine(mixer, this::line);
        line.wake();
        closing.await();
        var late = voice();
        mixer.add(late);
        line.wake();
        assertTrue(again.await(20, TimeUnit.SECONDS));
        assertEquals(1, most.get());
        late.close();
    }

    @Test
    void whereThereIsNoLineNothingIsKept() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var line =
                new SoundLine(
                        mixer,
                        () -> {
                            asked.countDown();
                            throw new LineUnavailableException("none");
                        });
        mixer.add(voice());
        line.wake();
        asked.await();
        while (!mixer.isEmpty()) {
            Thread.onSpinWait();
        }
        assertTrue(line.isMissing());
    }
}
