// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.comms.CommsException;
import org.scenewright.comms.RoomLimits;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.comms.ServerCertificate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** A server of rooms without a workbench. */
@Command(
        name = "room",
        description = {
            "Serves rooms in which several people edit a scene, until it is ended. Prints how to"
                    + " connect to a new one as JSON; any other room is served as well."
        },
        mixinStandardHelpOptions = true)
final class OpenRoom implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "the address to listen at, by default ${DEFAULT-VALUE}")
    String host = "";

    @Option(
            names = "--port",
            defaultValue = "0",
            description = "the port to listen at, by default any that is free")
    int port;

    @Option(
            names = "--allow",
            paramLabel = "ADDRESS",
            split = ",",
            description = "the only participants to be let in, by default anyone")
    Set<String> allowed = new HashSet<>();

    @Option(
            names = "--read-only",
            paramLabel = "ADDRESS",
            split = ",",
            description = "participants who look on")
    Set<String> readOnly = new HashSet<>();

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "serves TLS by the key and the certificates in it (PKCS 12)")
    Optional<Path> keystore = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "holds the password of the keystore, on its first line")
    Optional<Path> passwordFile = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        try (RoomServer server = open()) {
            String connection = server.connection(UUID.randomUUID().toString()).text();
            spec.commandLine().getOut().println("{\"connection\":\"" + connection + "\"}");
            awaitSignal(server);
        }
        return 0;
    }

    /** A signal ends the process, as it ends any; that is no failure of a server. */
    private static void awaitSignal(RoomServer server) throws InterruptedException {
        var hook = new Thread(() -> endWell(server), "Scenewright room");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            new CountDownLatch(1).await();
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** Java would tell of the signal by its code. */
    private static void endWell(RoomServer server) {
        server.close();
        Runtime.getRuntime().halt(0);
    }

    /** A command line shows its arguments to every user of the machine. */
    private char[] password() {
        try {
            return passwordFile.isEmpty()
                    ? new char[0]
                    : Files.readAllLines(passwordFile.get()).getFirst().toCharArray();
        } catch (IOException | NoSuchElementException unreadable) {
            throw new CommandFailed(passwordFile.get() + " holds no password.");
        }
    }

    private RoomServer open() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new CommandFailed("--port lies between 0 and " + HIGHEST_PORT + ".");
        }
        try {
            var rules = new RoomRules(allowed, readOnly, RoomRules.Judge.LOOSE_ONLY);
            return RoomServer.start(
                    new InetSocketAddress(host, port),
                    rules,
                    RoomLimits.STANDARD,
                    keystore.map(file -> ServerCertificate.read(file, password())));
        } catch (CommsException refused) {
            throw new CommandFailed(refused.getMessage());
        }
    }
}
