// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Keeps what is done to a scene on the disk, outside its project, so that neither edits nor undo
 * are lost with the process: a checkpoint and, behind it, all that was done since.
 *
 * <p>It is for the thread of the scene, which never waits for it. The file has at most twice the
 * size of its checkpoint, or 4 MiB more than that, and what was done in one moment.
 */
public final class Journal {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private static final String FILE = "journal";
    private static final String BASE = "base";

    // File systems take names of 255 bytes; a UUID and what is before it take 37.
    private static final int MOST_NAME_BYTES = 218;

    private final Scene scene;
    private final JournalThread thread;
    private Known known;
    // As long as nothing is done, nothing is written.
    private Optional<JournalCheckpoint> unwritten = Optional.empty();
    private Optional<CompletableFuture<Void>> end = Optional.empty();

    /** What is known of the files. */
    private record Known(String fingerprint, SceneSnapshot base, long savedState) {

        static Known of(LoadedScene files, long savedState) {
            return new Known(files.fingerprint(), files.known(), savedState);
        }

        JournalCheckpoint with(Memory memory) {
            return new JournalCheckpoint(fingerprint, base, savedState, memory);
        }
    }

    private Journal(Scene scene, JournalThread thread, Known known) {
        this.scene = scene;
        this.thread = thread;
        this.known = known;
        scene.attend(this::add, this::begin);
    }

    /**
     * A scene as it was opened.
     *
     * @param scene the document, with what the journal brought back
     * @param savedState the number of the document that is in the files
     * @param lastGesture the highest number of a gesture that the journal told of
     * @param journal goes on; nothing where the scene has none
     * @param news what others made of the files since the journal was written, to be taken in
     * @param notice what people ought to know, as a sentence
     */
    public record Opened(
            Scene scene,
            long savedState,
            long lastGesture,
            Optional<Journal> journal,
            Optional<LoadedScene.News> news,
            Optional<String> notice) {

        /** Without a journal: the scene is what the files say. */
        public static Opened plain(LoadedScene files, Optional<String> notice) {
            var scene = new Scene(files.snapshot());
            return new Opened(scene, scene.state(), 0, Optional.empty(), Optional.empty(), notice);
        }
    }

    /** The folder below another one that the journal of a project has for itself. */
    public static Path folder(Path journals, SceneProject project) {
        byte[] place = project.composite().toString().getBytes(StandardCharsets.UTF_8);
        String name = shortened(String.valueOf(project.directory().getFileName()));
        return journals.resolve(name + "-" + UUID.nameUUIDFromBytes(place));
    }

    /** As much of a name as leaves room for what tells it apart. */
    private static String shortened(String name) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    /**
     * Opens a scene with what its journal says was done and not saved, and with its history.
     *
     * <p>Nothing that is wrong with the journal makes that fail; then the scene is what the files
     * say, and a notice tells why.
     *
     * @param folder the folder of this journal alone
     * @param core the types that every scene has
     */
    public static Opened open(Path folder, LoadedScene files, Supplier<ComponentTypes> core) {
        try {
            var lock = JournalLock.take(folder);
            if (lock.isEmpty()) {
                return Opened.plain(files, Optional.of(Notices.ELSEWHERE));
            }
            return open(folder, files, new Tools(core.get(), lock.get()));
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "a journal cannot be used", failure);
            return Opened.plain(files, Optional.of(Notices.UNUSABLE + failure.getMessage()));
        }
    }

    /** What people are told. */
    private static final class Notices {
        static final String ELSEWHERE =
                "The scene is open elsewhere too; what is edited here is not protected against a"
                        + " crash.";
        static final String UNUSABLE = "Edits are not protected against a crash: ";
        static final String RECOVERED = "The edits that were not saved last time are back.";
        static final String DAMAGED =
                "The journal of the scene was damaged; the scene is as it was saved.";
    }

    /** What it takes to open a journal. */
    private record Tools(ComponentTypes core, JournalLock lock) {}

    private static Opened open(Path folder, LoadedScene files, Tools tools) throws IOException {
        var path = folder.resolve(FILE);
        var copy = new JournalCopy(folder.resolve(BASE), files.project());
        var format = new JournalCheckpoints(tools.core(), files, copy);
        var recovered = JournalRecovery.read(path, format);
        var news =
                recovered
                        .filter(r -> !r.files().fingerprint().equals(files.fingerprint()))
                        .map(r -> files.since(r.files().base()));
        var objection = news.flatMap(LoadedScene.News::objection);
        if (objection.isPresent() || !files.isReadable()) {
            // The journal stays for the day on which the files can be read again.
            tools.lock().close();
            return Opened.plain(files, objection);
        }
        var place = new JournalThread.Place(format, new JournalFile(path), copy, tools.lock());
        return recovered.isPresent()
                ? resumed(recovered.get(), news, place)
                : fresh(files, path, place);
    }

    private static Opened fresh(LoadedScene files, Path path, JournalThread.Place place)
            throws IOException {
        boolean isDamaged = Files.exists(path);
        if (isDamaged) {
            Files.move(
                    path,
                    path.resolveSibling(FILE + ".damaged"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var scene = new Scene(files.snapshot());
        var thread = new JournalThread(place, JournalThread.Start.NONE);
        // By the time that somebody does something the copy is there, long before a checkpoint.
        thread.hand(new JournalThread.Job.Copy(files.content()));
        var journal = new Journal(scene, thread, Known.of(files, scene.state()));
        journal.unwritten = Optional.of(journal.checkpoint());
        return new Opened(
                scene,
                scene.state(),
                0,
                Optional.of(journal),
                Optional.empty(),
                isDamaged ? Optional.of(Notices.DAMAGED) : Optional.empty());
    }

    private static Opened resumed(
            JournalRecovery.Recovered recovered,
            Optional<LoadedScene.News> news,
            JournalThread.Place place)
            throws IOException {
        var extent = recovered.extent();
        place.file().resume(extent.length());
        var begun = new JournalThread.Start(extent.first(), extent.clean());
        var files = recovered.files();
        var known = new Known(files.fingerprint(), files.base(), files.savedState());
        var thread = new JournalThread(place, begun);
        var journal = new Journal(recovered.scene(), thread, known);
        recovered.scene().comeBack();
        return new Opened(
                recovered.scene(),
                files.savedState(),
                recovered.lastGesture(),
                Optional.of(journal),
                news,
                recovered.isDirty() ? Optional.of(Notices.RECOVERED) : Optional.empty());
    }

    private JournalCheckpoint checkpoint() {
        return known.with(scene.memory());
    }

    private void add(Deed deed) {
        if (end.isPresent()) {
            // What waits is what was done before the end.
            return;
        }
        unwritten.ifPresent(this::begin);
        if (thread.isDue()) {
            begin(checkpoint());
        } else {
            hand(new JournalThread.Job.Add(deed));
        }
    }

    /** Begins with the document as it is now. */
    private void begin() {
        begin(checkpoint());
    }

    private void begin(JournalCheckpoint checkpoint) {
        unwritten = Optional.empty();
        hand(new JournalThread.Job.Begin(checkpoint));
    }

    /** Notes what the files hold, after they were written or read anew. */
    public void files(LoadedScene files, long savedState) {
        known = Known.of(files, savedState);
        boolean isAllSaved = known.base() == scene.snapshot();
        if (unwritten.isPresent()) {
            unwritten = Optional.of(checkpoint());
        } else if (isAllSaved && scene.state() == savedState && !thread.isBroken()) {
            add(new Deed.Saved(known.fingerprint()));
        } else {
            begin(checkpoint());
        }
    }

    /**
     * Completes when all that was done so far is on the disk; with an {@link IOException} when it
     * cannot be written.
     */
    public CompletableFuture<Void> durable() {
        var done = new CompletableFuture<Void>();
        hand(new JournalThread.Job.Tell(done));
        return end.orElse(done);
    }

    /**
     * Ends the journal, once, and completes when that is done; what is done to the scene after is
     * not kept.
     *
     * @param isKept whether what was not saved is brought back when the scene is opened again
     */
    public CompletableFuture<Void> close(boolean isKept) {
        var done = new CompletableFuture<Void>();
        hand(new JournalThread.Job.End(isKept, done));
        end = end.or(() -> Optional.of(done));
        return end.get();
    }

    private void hand(JournalThread.Job job) {
        if (end.isEmpty()) {
            thread.hand(job);
        }
    }
}
