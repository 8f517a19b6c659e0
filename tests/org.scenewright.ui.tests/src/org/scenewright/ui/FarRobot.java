// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Hands at this workbench that a test in another process moves: a line of words parted by tabs for
 * each deed, and a line back when it is done, after a plus what came of it and after a minus why it
 * could not be done. It is there only where the test has named the port it waits at, and the
 * workbench ends with it.
 */
public final class FarRobot implements IStartup {
    private static final String PORT = "robot.port";

    @Override
    public void earlyStartup() {
        int port = Integer.getInteger(PORT, 0);
        if (port != 0) {
            var display = PlatformUI.getWorkbench().getDisplay();
            new Thread(() -> serve(port, display), "far robot").start();
        }
    }

    private static void serve(int port, Display display) {
        try (var line = new Socket(InetAddress.getLoopbackAddress(), port);
                var in = new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8);
                var words = new BufferedReader(in);
                var out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
            var deeds = new AtomicReference<FarDeeds>();
            display.syncExec(() -> deeds.set(new FarDeeds()));
            for (var order = words.readLine(); order != null; order = words.readLine()) {
                out.println(answer(display, deeds.get(), order.split("\t")).replace('\n', ' '));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            Runtime.getRuntime().exit(0);
        }
    }

    private static String answer(Display display, FarDeeds deeds, String... order) {
        var answer = new AtomicReference<>("");
        display.syncExec(() -> answer.set(attempt(deeds, order)));
        return answer.get();
    }

    /** Here ends what goes wrong: the workbench would only log it. */
    private static String attempt(FarDeeds deeds, String... order) {
        try {
            return "+" + deeds.obey(order);
        } catch (RuntimeException | AssertionError failed) {
            System.getLogger(FarRobot.class.getName())
                    .log(System.Logger.Level.WARNING, "Cannot " + order[0], failed);
            return "-" + failed;
        }
    }
}
