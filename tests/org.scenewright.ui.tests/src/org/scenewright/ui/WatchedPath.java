// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A path that notes which thread asks a disk about it, and lets none do so. */
final class WatchedPath {
    private static final List<String> ASKS = List.of("getFileSystem", "toFile", "toRealPath");

    private final Path real;
    private final Path path;
    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    WatchedPath(Path real) {
        this.real = real;
        path =
                (Path)
                        Proxy.newProxyInstance(
                                Path.class.getClassLoader(),
                                new Class<?>[] {Path.class},
                                (self, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        if (ASKS.contains(method.getName())) {
            threads.add(Thread.currentThread());
            throw new UnsupportedOperationException("a disk is asked");
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    Path path() {
        return path;
    }

    /** Nobody has asked on the thread of the test, and what is coming has asked on another. */
    void isAskedAside(CompletableFuture<?> coming) {
        assertThrows(CompletionException.class, coming::join);
        assertEquals(1, threads.size());
        isNotAskedHere();
    }

    boolean isAsked() {
        return !threads.isEmpty();
    }

    /** Nobody has asked on the thread of the test. */
    void isNotAskedHere() {
        assertEquals(0, threads.stream().filter(Thread.currentThread()::equals).count());
    }
}
