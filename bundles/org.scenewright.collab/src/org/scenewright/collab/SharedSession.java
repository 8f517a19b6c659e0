// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommunicationsDirector;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Identity;
import org.scenewright.comms.RoomStorage;
import org.scenewright.content.ContentCache;
import org.scenewright.runtime.Registration;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SceneSharing;
import org.scenewright.scene.Batch;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An open scene that several people edit at once; usable from any thread, and nothing in it waits.
 *
 * <p>Without a connection one edits on; what was written then reaches the others on return.
 * Listeners are called on a thread of the session and must return at once.
 */
public final class SharedSession implements AutoCloseable {
    private static final long TICK = 50;
    private static final long STRIDE = 500;

    private final SceneSession scene;
    private final Credentials credentials;
    private final SessionThread thread = new SessionThread();
    private final ProofThread proofs = new ProofThread();
    private final Stopwatch clock = new Stopwatch();
    private final Parts parts;
    private final SessionCore core;
    private final Connection connection;
    private final List<Registration> ties;
    private final SessionNews news = new SessionNews();
    private final PeopleTelling people;
    private final SceneDocument document;
    private final ProjectAssets files;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Whereabouts whereabouts;
    private final Keeping keeping;
    private final Progress progress = new Progress();
    private volatile SessionLink link;

    /**
     * With what and as whom somebody takes part.
     *
     * @param me the identity that stands behind all
     * @param cache keeps what comes of files
     * @param sessions the folder, outside all projects, for what has to outlast the process
     */
    public record Access(
            Adapters adapters,
            Identity me,
            Profile profile,
            ContentCache cache,
            Optional<Path> sessions) {

        /** With the cache of this machine's user. */
        public Access(Adapters adapters, Identity me, Profile profile, Optional<Path> sessions) {
            this(adapters, me, profile, ContentCache.ofUser(), sessions);
        }
    }

    private SharedSession(
            SceneSession scene, SessionLink link, Access access, Beginning beginning) {
        this.scene = scene;
        this.link = link;
        this.credentials = beginning.credentials();
        var past = beginning.past();
        this.document = new SceneDocument(scene, access.me().address(), this::wrote, past);
        this.files = new ProjectAssets(scene, access.cache());
        this.whereabouts = new Whereabouts(scene);
        this.parts = parts(credentials.self(), past.store().map(HomeStorage::new));
        // Before anybody can bring an older one.
        past.table().ifPresent(parts.authority()::take);
        this.core = new SessionCore(parts);
        this.keeping = new Keeping(parts, scene.sharing().keeping(), past);
        this.people = new PeopleTelling(parts, news, scene.sharing().awareness());
        this.connection =
                new Connection(
                        new Connection.Setting(access.adapters(), access.me(), thread),
                        new Line(progress, core, news));
        var sharing = scene.sharing();
        var seen = sharing.awareness();
        this.ties =
                List.of(
                        seen.onMine(mine -> thread.execute(() -> core.does(mine))),
                        seen.onSaved(() -> thread.execute(core.announcing()::saved)),
                        sharing.talk().carry(new PlayCarrier(me(), thread, core.plays())));
    }

    private Parts parts(Self self, Optional<RoomStorage> home) {
        var keys = new KnownKeys(link.session(), new ChainProof(System::currentTimeMillis));
        return new Parts(
                self,
                new Wire(link.session(), self.address()),
                new BatchLog(self.address(), BatchLog.USUAL),
                keys,
                new Authority(link.session(), link.owner(), self.signatures(), keys),
                new Peers(),
                new Complaints(),
                document,
                files,
                home,
                clock,
                System::currentTimeMillis,
                new Random(new SecureRandom().nextLong()),
                thread,
                proofs,
                this::told);
    }

    /**
     * Shares a scene with others, as it is; the owner of the link has to be the identity here.
     *
     * @param others what those may do who are not named
     * @return complete when the session is there, connected or not
     */
    public static CompletableFuture<SharedSession> share(
            SceneSession scene, SessionLink link, Access access, Role others) {
        return Beginning.of(scene, link, access)
                .thenApply(beginning -> new SharedSession(scene, link, access, beginning))
                .thenApply(made -> made.start(core -> core.found(Roles.none().forOthers(others))));
    }

    /**
     * Joins a session: the document becomes that of the session as soon as somebody gives it.
     *
     * @return complete when the session is there, connected or not
     */
    public static CompletableFuture<SharedSession> join(
            SceneSession scene, SessionLink link, Access access) {
        return Beginning.of(scene, link, access)
                .thenApply(Beginning::listed)
                .thenApply(beginning -> new SharedSession(scene, link, access, beginning))
                .thenApply(session -> session.start(core -> {}));
    }

    /**
     * As {@link #join}, but what was edited here since one was part of it is edited in it, too,
     * where the scene has been open since.
     */
    public static CompletableFuture<SharedSession> goOn(
            SceneSession scene, SessionLink link, Access access) {
        return Beginning.of(scene, link, access)
                .thenApply(beginning -> new SharedSession(scene, link, access, beginning))
                .thenApply(session -> session.start(core -> {}));
    }

    private SharedSession start(Consumer<SessionCore> beginning) {
        thread.execute(
                () -> {
                    beginning.accept(core);
                    core.does(scene.sharing().awareness().mine());
                    connection.open(link.connection());
                });
        thread.every(TICK, this::tick);
        thread.every(STRIDE, () -> keeping.tick(core.isSettled()));
        thread.every(STRIDE, () -> whereabouts.now().ifPresent(connection::at));
        return this;
    }

    private void tick() {
        core.tick();
        credentials.renew(thread, core::renewed);
        people.tick();
        tellStatus();
    }

    private void wrote(Batch batch) {
        thread.execute(() -> core.wrote(batch));
    }

    private void told(SessionEvent event) {
        switch (event) {
            case SessionEvent.PeopleChanged p -> people.changed();
            case SessionEvent.StageChanged s -> {
                people.changed();
                progress.settled(core.isSettled());
            }
            case SessionEvent.Kicked(var reason) -> kicked(reason);
            case SessionEvent.SentAway(var address) -> news.door(address, false);
            case SessionEvent.LetIn(var address) -> news.door(address, true);
            case SessionEvent.OwnerMeets(var elsewhere) -> news.elsewhere(elsewhere);
            case SessionEvent.Noticed(var sentence) -> news.notice(sentence);
            case SessionEvent.PlayHeard(var sender, var message) ->
                    scene.sharing().talk().heard(sender, message);
        }
    }

    private void kicked(String reason) {
        progress.disconnected(true, Optional.of(reason));
        connection.close();
        core.disconnected();
    }

    private void tellStatus() {
        var role = parts.authority().of(parts.me());
        var stage = progress.stage(connection.isOpen(), core.isSettled());
        progress.forsaken(core.isForsaken(), parts.now());
        var status = new SharedStatus(stage, parts.log().waiting(), role, progress.problem());
        scene.sharing().permission().refuse(status.refusal());
        news.status(status);
    }

    /** The link by which others join where the session meets now. */
    public SessionLink link() {
        return link;
    }

    public SharedStatus status() {
        return news.status();
    }

    /** Those who are there, the person here first. */
    public List<Person> people() {
        return news.people();
    }

    /** Those whom the owner sent away. */
    public List<Person> away() {
        return news.away();
    }

    /** How the person here is called. */
    public String name() {
        return credentials.self().profile().name();
    }

    /** The address of the person here. */
    public String me() {
        return parts.me();
    }

    /** Calls back whenever the status changes. */
    public Registration onStatus(Consumer<SharedStatus> listener) {
        return news.onStatus(listener);
    }

    /** Calls back whenever who is there or was sent away changes, or what they do. */
    public Registration onPeople(Consumer<List<Person>> listener) {
        return news.onPeople(listener);
    }

    /** Calls back with what people ought to know, as sentences. */
    public Registration onNotice(Consumer<String> listener) {
        return news.onNotice(listener);
    }

    /**
     * Calls back with whom the owner, who is the person here, sent away, before or from now on, or
     * let in again, for whoever keeps the door of a room.
     */
    public Registration onDoor(Door listener) {
        var rules = parts.authority();
        thread.execute(() -> rules.sentAwayBy(me()).forEach(gone -> listener.let(gone, false)));
        return news.onDoor(listener);
    }

    /** Says what somebody may do from now on; for the owner of the session alone. */
    public void allow(String address, Role role) {
        thread.execute(() -> core.decide(roles -> roles.with(address, role)));
    }

    /** Lets somebody in again who was sent away; for the owner of the session alone. */
    public void letIn(String address) {
        thread.execute(() -> core.decide(roles -> roles.without(address)));
    }

    /**
     * Sends somebody away, who stays out until {@link #letIn}; for the owner of the session alone.
     */
    public void kick(String address) {
        thread.execute(() -> core.kick(address, Door.AWAY));
    }

    /** Calls back where the owner goes elsewhere, who is somebody else, to be followed or not. */
    public Registration onElsewhere(Consumer<Elsewhere> listener) {
        return news.onElsewhere(listener);
    }

    /**
     * Goes to where the participants meet from now on; what was edited on the way arrives there. If
     * the owner goes, the others are told.
     *
     * @param to a room, or a director that says which
     * @return the room where it meets then; fails with a {@link
     *     org.scenewright.comms.CommsException}, and all stays as it is, when nobody understands
     *     it, and is cancelled where one goes elsewhere before, or the session ends
     */
    public CompletableFuture<ConnectionString> move(ConnectionString to) {
        return CompletableFuture.supplyAsync(() -> go(to), thread).thenCompose(going -> going);
    }

    private CompletableFuture<ConnectionString> go(ConnectionString to) {
        var going = connection.go(to);
        link = link.at(to);
        core.announcing().meets(to);
        return going;
    }

    /**
     * Goes wherever a director says from now on; the former one is disconnected. A director that
     * has no connection string leaves the link as it is.
     */
    public void direct(CommunicationsDirector.Maker director) {
        thread.execute(() -> connection.follow(director));
    }

    /** Connects at once where it waits to do so. */
    public void reconnect() {
        thread.execute(connection::hurry);
    }

    /** Leaves the session; the scene stays open, as it is. */
    @Override
    public void close() {
        ties.forEach(Registration::close);
        files.close();
        thread.execute(
                () -> {
                    progress.left();
                    var held = scene.sharing().moment().thenApply(SceneSharing.Moment::document);
                    var left = core.leave().thenComposeAsync(stored -> connection.close(), thread);
                    CompletableFuture.allOf(left, keeping.end(core.isSettled(), held))
                            .whenComplete(
                                    (done, failure) -> {
                                        thread.close();
                                        proofs.close();
                                        ended.complete(null);
                                    });
                    document.leave();
                    people.end();
                    tellStatus();
                });
    }

    /** Completes when all is done that {@link #close} does. */
    public CompletableFuture<Void> ended() {
        return ended;
    }
}
