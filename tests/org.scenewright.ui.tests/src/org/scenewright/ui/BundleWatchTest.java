// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class BundleWatchTest {
    @TempDir Path directory;

    @Test
    void whatIsBuiltAnewIsTold() throws Exception {
        var file = Files.writeString(directory.resolve("index.js"), "1");
        var told = new CompletableFuture<String>();
        try (var watch = new BundleWatch(file, () -> told.complete("told"))) {
            assertThrows(TimeoutException.class, () -> told.get(1, TimeUnit.SECONDS));
            Files.writeString(file, "another");
            assertEquals("told", told.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void whatIsGoneIsNotTold() throws IOException {
        var file = Files.writeString(directory.resolve("index.js"), "1");
        var told = new CompletableFuture<String>();
        try (var watch = new BundleWatch(file, () -> told.complete("told"))) {
            Files.delete(file);
            assertThrows(TimeoutException.class, () -> told.get(2, TimeUnit.SECONDS));
        }
    }
}
