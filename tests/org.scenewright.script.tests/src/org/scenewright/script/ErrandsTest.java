// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Things that are done one after the other. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ErrandsTest {
    private final List<String> done = new ArrayList<>();
    private final Errands errands = new Errands("test", e -> done.add(e.getMessage()));

    private void finish() throws InterruptedException {
        var end = new CountDownLatch(1);
        errands.add(end::countDown);
        end.await();
    }

    @Test
    void theyAreDoneInOrder() throws InterruptedException {
        IntStream.range(0, 5000).forEach(i -> errands.add(() -> done.add("" + i)));
        finish();
        assertEquals(IntStream.range(0, 5000).mapToObj(i -> "" + i).toList(), done);
    }

    @Test
    void whoeverAddsDoesNotWaitForWhatIsBeingDone() throws InterruptedException {
        var gate = new CountDownLatch(1);
        errands.add(() -> awaits(gate));
        errands.add(() -> done.add("after"));
        done.add("before");
        gate.countDown();
        finish();
        assertEquals(List.of("before", "after"), done);
    }

    private static void awaits(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatGoesWrongIsToldAndTheRestIsDone() throws InterruptedException {
        errands.add(
                () -> {
                    throw new IllegalStateException("wrong");
                });
        errands.add(() -> done.add("next"));
        finish();
        assertEquals(List.of("wrong", "next"), done);
    }

    @Test
    void anErrandCanSayWhatIsToBeDoneLastHoweverMuchIsLeft() throws InterruptedException {
        var gate = new CountDownLatch(1);
        errands.add(
                () -> {
                    awaits(gate);
                    errands.addLast(() -> done.add("last"));
                });
        IntStream.range(0, Errands.MOST).forEach(i -> errands.add(() -> {}));
        gate.countDown();
        finish();
        assertEquals(List.of("last"), done);
    }

    @Test
    void whatIsNestedTooDeepIsToldAndTheRestIsDone() throws InterruptedException {
        errands.add(
                () -> {
                    throw new StackOverflowError("deep");
                });
        errands.add(() -> done.add("next"));
        finish();
        assertEquals(List.of("deep", "next"), done);
    }
}
