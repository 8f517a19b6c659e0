// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a worker process finds what it is made of.
 *
 * @param javaHomes folders of Java virtual machines; the first that is new enough is taken
 * @param classPath the jars of the program
 * @param main the class it starts with
 * @param cache a folder for what need not be made twice; it may be deleted at any time
 */
public record WorkerHome(List<Path> javaHomes, List<Path> classPath, String main, Path cache) {
    private static final String MAIN = "org.scenewright.script.graal.Main";

    public WorkerHome {
        javaHomes = List.copyOf(javaHomes);
        classPath = List.copyOf(classPath);
    }

    /** That of our worker, on the Java that runs the editor, else on that of JAVA_HOME. */
    public static WorkerHome of(List<Path> classPath, Path cache) {
        var homes =
                Stream.of(
                                Optional.ofNullable(System.getProperty("java.home")),
                                Optional.ofNullable(System.getenv("JAVA_HOME")))
                        .flatMap(Optional::stream)
                        .map(Path::of)
                        .toList();
        return new WorkerHome(homes, classPath, MAIN, cache);
    }

    /**
     * That of our worker where a system property names its jars, as it does without a workbench.
     */
    public static Optional<WorkerHome> ofProperty(Path cache) {
        return Optional.ofNullable(System.getProperty("scenewright.worker.path"))
                .map(path -> Stream.of(path.split(File.pathSeparator)).map(Path::of).toList())
                .map(classPath -> of(classPath, cache));
    }

    Optional<Jvm> jvm() {
        return javaHomes.stream().map(Jvm::in).flatMap(Optional::stream).findFirst();
    }

    /** The class path of what reads sources, as the command line has it. */
    String path() {
        return WorkerJars.path(new WorkerJars(classPath).reflecting());
    }
}
