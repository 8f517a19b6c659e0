// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.scenewright.runtime.ScriptEnd;
import org.scenewright.runtime.ScriptHearing;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is heard of a script, as words. */
class HeardScript implements ScriptHearing {
    private static final int MOST = 20;

    private final BlockingQueue<String> words = new LinkedBlockingQueue<>();
    private final BlockingQueue<ScriptEnd> end = new LinkedBlockingQueue<>();
    private final AtomicInteger speakers = new AtomicInteger();

    /** The next thing that is heard, with the patience for a process to start meanwhile. */
    String next() throws InterruptedException {
        var next = words.poll(90, TimeUnit.SECONDS);
        assertNotNull(next, "nothing was heard");
        return next;
    }

    void expect(String... expected) throws InterruptedException {
        for (String one : expected) {
            assertEquals(one, next());
        }
    }

    /** Its end, which has to come in time. */
    ScriptEnd end() throws InterruptedException {
        return end(6);
    }

    /** Its end, with the patience for a process to start meanwhile, and for others to disturb. */
    ScriptEnd endAtLast() throws InterruptedException {
        return end(90);
    }

    private ScriptEnd end(int seconds) throws InterruptedException {
        var ended = end.poll(seconds, TimeUnit.SECONDS);
        assertNotNull(ended, "it has not ended in time, but said " + words);
        return ended;
    }

    /** How much has been heard that nobody expected. */
    int left() {
        return words.size();
    }

    private void hear(String word) {
        assertEquals(1, speakers.incrementAndGet(), "Two speak at once");
        if (words.size() < MOST) {
            words.add(word);
        }
        speakers.decrementAndGet();
    }

    @Override
    public void started(Duration load) {
        hear("started " + load.toNanos());
    }

    @Override
    public void sent(ByteBuffer messages) {
        hear("sent " + messages.remaining());
    }

    @Override
    public void inspected(ByteBuffer messages) {
        hear("inspected " + messages.remaining());
    }

    @Override
    public void ticked(Duration busy, long heapBytes) {
        hear("ticked " + busy.toNanos() + " " + heapBytes);
    }

    @Override
    public void called(Call call) {
        hear("called " + call.number() + " " + call.module() + "." + call.function());
    }

    @Override
    public void said(Level level, String text, Optional<Spot> where) {
        hear(level + " " + text + " " + where.map(Spot::toString).orElse(""));
    }

    @Override
    public void threw(String message, String stack, Optional<Spot> where) {
        hear("threw " + message + " " + stack + " " + where.map(Spot::line).orElse(0));
    }

    @Override
    public void ended(ScriptEnd how) {
        hear("ended");
        end.add(how);
    }
}
