// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.scenewright.runtime.ScriptHearing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Builds the code of a scene as its project says, {@code npm run build}, in the background; what
 * that says goes to the console of the scene.
 */
final class BundleBuild {
    private static final int LOOK_MILLIS = 200;

    private final Path directory;
    private final ScriptOutput output;
    private final Runnable afterwards;

    /**
     * @param afterwards runs when it was built, on whatever thread
     */
    BundleBuild(Path directory, ScriptOutput output, Runnable afterwards) {
        this.directory = directory;
        this.output = output;
        this.afterwards = afterwards;
    }

    void start() {
        ICoreRunnable building = this::build;
        var job = Job.create("Building " + directory.getFileName(), building);
        job.setUser(false);
        job.schedule();
    }

    private void build(IProgressMonitor monitor) {
        monitor.beginTask("npm run build", IProgressMonitor.UNKNOWN);
        if (!Files.isRegularFile(directory.resolve("package.json"))) {
            output.failed("Nothing was built: there is no package.json in " + directory, "");
            return;
        }
        try {
            build(new ProcessBuilder(command()), monitor);
        } catch (IOException failure) {
            output.failed("Nothing was built: " + failure.getMessage(), "");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command() {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win");
        return List.of(isWindows ? "npm.cmd" : "npm", "run", "build");
    }

    private void build(ProcessBuilder builder, IProgressMonitor monitor)
            throws IOException, InterruptedException {
        said("npm run build");
        var process = builder.directory(directory.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var reading = Thread.ofVirtual().name("output of a build").start(() -> read(process));
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (monitor.isCanceled()) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        }
        reading.join();
        if (process.exitValue() == 0) {
            said("Built.");
            afterwards.run();
        } else {
            output.failed("The build failed with exit code " + process.exitValue() + ".", "");
        }
    }

    private void read(Process process) {
        var stream = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        try (var lines = new BufferedReader(stream)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said(line);
            }
        } catch (IOException ended) {
            System.getLogger(BundleBuild.class.getName())
                    .log(System.Logger.Level.DEBUG, "The build says no more", ended);
        }
    }

    private void said(String line) {
        output.said(ScriptHearing.Level.LOG, line, Optional.empty());
    }
}
