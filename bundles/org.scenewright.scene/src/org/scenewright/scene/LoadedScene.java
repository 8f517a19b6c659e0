// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.ComponentTypes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files of one open scene and the snapshot that was read from them; confined to one thread. */
public final class LoadedScene {
    private static final int LARGEST_NAMES = 16 << 20;

    private final SceneProject project;
    private final DiskFile compositeOnDisk;
    private final DiskFile settingsOnDisk;
    private final DiskFile namesOnDisk;
    private final CompositeFile composite;
    private final SettingsFile settings;
    private final SceneSnapshot snapshot;
    private final List<Problem> problems;
    private SceneSnapshot known;

    private LoadedScene(SceneProject project, Supplier<ComponentTypes> core) {
        this.project = project;
        this.compositeOnDisk =
                new DiskFile(project.composite(), project.relative(project.composite()));
        this.settingsOnDisk =
                new DiskFile(project.sceneJson(), project.relative(project.sceneJson()));
        this.namesOnDisk =
                new DiskFile(project.entityNames(), project.relative(project.entityNames()));
        boolean isNew = !Files.exists(project.composite());
        this.composite = CompositeFile.read(compositeOnDisk, core);
        this.settings = SettingsFile.read(settingsOnDisk);
        var empty = SceneSnapshot.empty(composite.types());
        this.snapshot = composite.fill(empty.withSettings(settings.value()));
        this.known = snapshot;
        this.problems =
                Stream.of(
                                isNew ? List.<Problem>of() : readNames(),
                                composite.lastingProblems(),
                                settings.problems())
                        .flatMap(List::stream)
                        .toList();
    }

    /** The same files, to be written as others write them. */
    private LoadedScene(LoadedScene same, CompositeFile composite, SettingsFile settings) {
        this.project = same.project;
        this.compositeOnDisk = same.compositeOnDisk;
        this.settingsOnDisk = same.settingsOnDisk;
        this.namesOnDisk = same.namesOnDisk;
        this.composite = composite;
        this.settings = settings;
        this.snapshot = same.snapshot;
        this.known = same.known;
        this.problems =
                Stream.of(composite.lastingProblems(), settings.problems())
                        .flatMap(List::stream)
                        .toList();
    }

    /** Only remembers the content, which is generated from the names of the entities. */
    private List<Problem> readNames() {
        var log = new ProblemLog(namesOnDisk.shownName());
        try {
            namesOnDisk.read(LARGEST_NAMES);
        } catch (SceneFormatException unreadable) {
            log.warn(0, unreadable.message());
        }
        return log.list();
    }

    /**
     * Reads the files of a project with the types that every scene has; nothing in their content
     * makes that fail.
     */
    public static LoadedScene open(SceneProject project, ComponentTypes core) {
        return open(project, () -> core);
    }

    /**
     * As {@link #open(SceneProject, ComponentTypes)}, with types that are asked for once they are
     * needed: reading begins while they are still being loaded.
     */
    public static LoadedScene open(SceneProject project, Supplier<ComponentTypes> core) {
        return new LoadedScene(project, core);
    }

    public SceneProject project() {
        return project;
    }

    /** What the files held when they were read. */
    public SceneSnapshot snapshot() {
        return snapshot;
    }

    /** Whether the composite could be read as a whole; only then is it ever written. */
    public boolean isReadable() {
        return composite.isReadable();
    }

    /** What the files held when they were read or written here last. */
    public SceneSnapshot known() {
        return known;
    }

    /** Tells what the files held then apart from anything else. */
    String fingerprint() {
        return compositeOnDisk.fingerprint() + settingsOnDisk.fingerprint();
    }

    /** What the files held when they were read, to be copied. */
    JournalCopy.Content content() {
        return new JournalCopy.Content(fingerprint(), composite.content(), settings.content());
    }

    /** The texts into which a document is written on saving. */
    public FileTexts texts() {
        return new FileTexts(composite.content(), settings.content());
    }

    /**
     * The same files, which from now on a document is written into as if they had held other texts
     * when they were read. Texts that could not be written into are left alone.
     */
    public LoadedScene rewriting(FileTexts texts, Supplier<ComponentTypes> core) {
        if (texts.equals(texts())) {
            return this;
        }
        var other = CompositeFile.of(texts.composite(), compositeOnDisk.shownName(), core.get());
        var others = SettingsFile.written(texts.settings(), settingsOnDisk.shownName());
        return other.isReadable() && others.isReadable()
                ? new LoadedScene(this, other, others)
                : this;
    }

    /** What the texts hold into which a document is written on saving. */
    public SceneSnapshot written() {
        var empty = SceneSnapshot.empty(composite.types());
        return composite.fill(empty.withSettings(settings.value()));
    }

    /** Whether saving a document would write nothing. */
    public boolean isWritten(SceneSnapshot now) {
        try {
            return pending(now, false).isEmpty();
        } catch (SceneFormatException unwritable) {
            return false;
        }
    }

    /** What was wrong in the files when they were read. */
    public List<Problem> problems() {
        return Stream.concat(problems.stream(), new StoredCheck(snapshot).problems(this).stream())
                .toList();
    }

    /**
     * What is wrong in the files until they are read again: the rest a {@link StoredCheck} tells.
     */
    public List<Problem> lastingProblems() {
        return problems;
    }

    CompositeFile composite() {
        return composite;
    }

    /**
     * Writes the files whose bytes change; none at all where somebody else changed one of these
     * since.
     */
    public SaveResult save(SceneSnapshot now) {
        return write(now, false);
    }

    /** Writes the files whose bytes change, over whatever others wrote since. */
    public SaveResult overwrite(SceneSnapshot now) {
        return write(now, true);
    }

    /** A file with what it is to hold. */
    private record Pending(DiskFile file, byte[] content) {
        private String name() {
            return file.shownName();
        }
    }

    private SaveResult write(SceneSnapshot now, boolean overOthers) {
        try {
            var pending = pending(now, overOthers);
            pending.forEach(p -> p.file().requireInside(project.directory()));
            var changed =
                    pending.stream()
                            .filter(p -> p.file().changedOnDisk())
                            .map(Pending::name)
                            .toList();
            if (!overOthers && !changed.isEmpty()) {
                return new SaveResult.ChangedOnDisk(changed);
            }
            pending.forEach(p -> write(p, now));
            known = now;
            return new SaveResult.Written(pending.stream().map(Pending::name).toList());
        } catch (SceneFormatException failure) {
            return new SaveResult.Failed(failure.message());
        }
    }

    /** Writes one file and remembers what it says now, even if the next one fails. */
    private void write(Pending pending, SceneSnapshot now) {
        pending.file().write(pending.content());
        if (pending.file() == compositeOnDisk) {
            known = now.withSettings(known.settings());
        } else if (pending.file() == settingsOnDisk) {
            known = known.withSettings(now.settings());
        }
    }

    private List<Pending> pending(SceneSnapshot now, boolean overOthers) {
        var pending = new ArrayList<Pending>();
        pending.add(new Pending(compositeOnDisk, composite.write(now)));
        settings.write(now.settings())
                .ifPresent(text -> pending.add(new Pending(settingsOnDisk, text)));
        var names = EntityNames.of(now);
        if (project.isMain() && names.addsTo(EntityNames.of(known))) {
            byte[] text = names.toTypeScript().getBytes(StandardCharsets.UTF_8);
            pending.add(new Pending(namesOnDisk, text));
        }
        pending.removeIf(
                p ->
                        !p.file().differsFrom(p.content())
                                && !(overOthers && p.file().changedOnDisk()));
        return pending;
    }

    /**
     * What {@code main.crdt} would hold if a document were saved and built; usable from any thread.
     *
     * @throws SceneFormatException as {@link StateDump#of}, or when the composite was not
     *     understood
     */
    public StateDump dump(SceneSnapshot now, ComponentTypes core) {
        return StateDump.of(project, core, composite.write(now));
    }

    /** Whether somebody else changed a file since it was read or written here. */
    public boolean changedOnDisk() {
        return !filesChangedOnDisk().isEmpty();
    }

    /** The files that somebody else changed since they were read or written here. */
    public List<String> filesChangedOnDisk() {
        return Stream.of(compositeOnDisk, settingsOnDisk)
                .filter(LoadedScene::isChanged)
                .map(DiskFile::shownName)
                .toList();
    }

    private static boolean isChanged(DiskFile file) {
        try {
            return file.changedOnDisk();
        } catch (SceneFormatException unreadable) {
            // It could be read before.
            return true;
        }
    }

    /**
     * What others made of the files.
     *
     * @param base what they held when they were read or written here last
     * @param read the files as they are now
     * @param objection why they cannot be used, as a sentence
     */
    public record News(SceneSnapshot base, LoadedScene read, Optional<String> objection) {}

    /** Reads the files again; nothing where they are as they were read or written here last. */
    public Optional<News> news(Supplier<ComponentTypes> core) {
        if (!changedOnDisk()) {
            return Optional.empty();
        }
        var read = open(project, core);
        return Optional.of(new News(known, read, objection(read)));
    }

    /**
     * Why the files, as they were read again, cannot take the place of these. One that is empty or
     * gone is one that somebody is about to write, or a mistake: nobody means that.
     */
    public Optional<String> objection(LoadedScene read) {
        boolean wasFull = known.size() > 1 || !isReadable() && !compositeOnDisk.isThere();
        return objection(known, wasFull, read);
    }

    /** What others made of the files since they held something else. */
    News since(SceneSnapshot base) {
        return new News(base, this, objection(base, base.size() > 1, this));
    }

    private Optional<String> objection(SceneSnapshot before, boolean wasFull, LoadedScene read) {
        boolean isLost = wasFull && read.snapshot.size() == 1;
        boolean areSettingsLost =
                before.settings().members().size() > 0
                        && read.snapshot.settings().members().isEmpty();
        if (!read.isReadable() || isLost) {
            return Optional.of(unusable(compositeOnDisk));
        }
        return areSettingsLost ? Optional.of(unusable(settingsOnDisk)) : Optional.empty();
    }

    private static String unusable(DiskFile file) {
        return file.shownName()
                + (file.isThere()
                        ? " was changed on disk and is empty or cannot be read now;"
                        : " is not there any more;")
                + " the scene stays as it is here.";
    }
}
