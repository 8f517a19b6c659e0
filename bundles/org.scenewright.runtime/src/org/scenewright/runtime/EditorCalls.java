// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.jspecify.annotations.Nullable;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers what an editor can answer of {@code ~system}, in the shapes of {@code @dcl/js-runtime}
 * 7.28; what it cannot is rejected with the reason. Usable from any thread.
 */
public final class EditorCalls implements SystemCalls {
    /** A day of the world takes two hours. */
    private static final long DAY_SECONDS = 7200;

    private static final int FASTER = 12;

    /** However many a scene asks for, only so many files are in memory. */
    private static final int MOST_AT_ONCE = 4;

    private static final String URN = "urn:decentraland:entity:scenewright";
    private static final String FILES_AT = "";

    private static final String PLAYER =
            """
            {"displayName": "Player", "hasConnectedWeb3": false, "userId": "%s", "version": 0,
             "avatar": {"bodyShape": "urn:decentraland:off-chain:base-avatars:BaseMale",
              "skinColor": "#cc9b77", "hairColor": "#3b210a", "eyeColor": "#3b9e4f",
              "wearables": [], "snapshots": {"face256": "", "body": ""}}}\
            """
                    .formatted(ReservedEntities.ADDRESS);

    /** What is always answered alike. */
    private static final Map<String, String> FIXED =
            Map.ofEntries(
                    Map.entry("Runtime.getRealm", field("realmInfo", realm())),
                    Map.entry(
                            "Runtime.getExplorerInformation",
                            """
                            {"agent": "scenewright", "platform": "desktop",
                             "configurations": {}}\
                            """),
                    Map.entry("EnvironmentApi.isPreviewMode", field("isPreview", "true")),
                    Map.entry("EnvironmentApi.getPlatform", field("platform", "\"desktop\"")),
                    Map.entry("EnvironmentApi.areUnsafeRequestAllowed", field("status", "false")),
                    Map.entry(
                            "EnvironmentApi.getExplorerConfiguration",
                            "{\"clientUri\": \"\", \"configurations\": {}}"),
                    Map.entry(
                            "EnvironmentApi.getCurrentRealm",
                            """
                            {"currentRealm": {"domain": "http://127.0.0.1", "layer": "",
                             "room": "", "serverName": "Scenewright",
                             "displayName": "Scenewright", "protocol": "v3"}}\
                            """),
                    Map.entry("UserIdentity.getUserData", field("data", PLAYER)),
                    // A guest has no key.
                    Map.entry("UserIdentity.getUserPublicKey", "{}"),
                    Map.entry("Players.getPlayersInScene", players()),
                    Map.entry("Players.getConnectedPlayers", players()),
                    Map.entry("CommunicationsController.send", "{}"),
                    Map.entry("CommsApi.getActiveVideoStreams", field("streams", "[]")),
                    Map.entry("CommsApi.subscribeToTopic", "{}"),
                    Map.entry("CommsApi.unsubscribeFromTopic", "{}"),
                    Map.entry("CommsApi.publishData", "{}"),
                    Map.entry("CommsApi.consumeMessages", field("messages", "[]")),
                    Map.entry(
                            "PortableExperiences.getPortableExperiencesLoaded",
                            field("loaded", "[]")));

    /** Why nothing else of a module is done. */
    private static final Map<String, String> REFUSED =
            Map.of(
                    "SignedFetch",
                    "Nothing is signed here, as there is no identity to sign with.",
                    "EthereumController",
                    "There is no wallet in the editor.",
                    "PortableExperiences",
                    "The editor runs no portable experiences beside the scene.");

    private final Semaphore atOnce = new Semaphore(MOST_AT_ONCE);
    private final SceneProject project;
    private final Supplier<SceneSnapshot> document;
    private final Deeds deeds;
    private final SystemCalls web;
    private final InstantSource time;
    private final PlayTalk others;
    private final ScriptTalk talk;

    /**
     * @param session the scene that is played
     * @param deeds does what scenes do to the player
     * @param web answers calls of the modules Fetch and WebSocket, where the project permits them
     * @param time the time of day
     */
    public EditorCalls(SceneSession session, Deeds deeds, SystemCalls web, InstantSource time) {
        this.project = session.project();
        this.document = session::snapshot;
        this.deeds = deeds;
        this.web = web;
        this.time = time;
        this.others = session.sharing().talk();
        this.talk = new ScriptTalk(others);
    }

    /** Lets nobody use the network. */
    public static SystemCalls offline() {
        return (call, answer) ->
                answer.accept(
                        new SystemAnswer.Rejected(
                                "Scenes of this project may not use the network."));
    }

    private static String realm() {
        return ValueJson.print(ReservedEntities.REALM);
    }

    private static String players() {
        return field("players", "[{\"userId\": \"" + ReservedEntities.ADDRESS + "\"}]");
    }

    private static String field(String name, String json) {
        return "{\"" + name + "\": " + json + "}";
    }

    @Override
    public void call(ScriptHearing.Call call, Consumer<SystemAnswer> answer) {
        if (call.module().equals("Fetch") || call.module().equals("WebSocket")) {
            web.call(call, answer);
        } else if (call.module().equals("CommunicationsController") || fixed(call) != null) {
            // What is sent first has to arrive first; and what a script asks for as it loads, it
            // takes for known in its first frame, as syncEntity does who the player is.
            answer.accept(answer(call));
        } else {
            // Some read files.
            Thread.ofVirtual().name("system call").start(() -> answer.accept(inTurn(call)));
        }
    }

    @Override
    public void ended() {
        web.ended();
        talk.end();
    }

    private SystemAnswer inTurn(ScriptHearing.Call call) {
        atOnce.acquireUninterruptibly();
        try {
            return answer(call);
        } finally {
            atOnce.release();
        }
    }

    private static @Nullable String fixed(ScriptHearing.Call call) {
        return FIXED.get(call.module() + "." + call.function());
    }

    /** The answer to a call, which may take a while. */
    SystemAnswer answer(ScriptHearing.Call call) {
        String fixed = fixed(call);
        try {
            return fixed == null
                    ? answer(call, argument(call.json()))
                    : new SystemAnswer.Fulfilled(mine(fixed));
        } catch (SchemaException unfit) {
            return new SystemAnswer.Rejected(
                    "%s.%s: %s.".formatted(call.module(), call.function(), unfit.getMessage()));
        }
    }

    /** Where others play, too, the player is not nobody. */
    private String mine(String answer) {
        return others.me()
                .map(address -> answer.replace(ReservedEntities.ADDRESS, address))
                .orElse(answer);
    }

    private static Value argument(String json) {
        return json.isBlank() ? Value.EMPTY : ValueJson.parse(json);
    }

    private SystemAnswer answer(ScriptHearing.Call call, Value argument) {
        return switch (call.module() + "." + call.function()) {
            case "Runtime.getWorldTime", "EnvironmentApi.getDecentralandTime" ->
                    fulfilled(Value.fields("seconds", Value.of(seconds())));
            case "Runtime.readFile" ->
                    new ProjectFiles(project).read(argument.text("fileName", ""));
            case "Runtime.getSceneInformation" -> sceneInformation();
            case "Scene.getSceneInfo" -> sceneInfo();
            case "EnvironmentApi.getBootstrapData" -> bootstrapData();
            case "Players.getPlayerData" -> playerData(argument);
            case "RestrictedActions.movePlayerTo" -> move(argument);
            case "CommunicationsController.sendBinary" -> talk.sendBinary(argument, call.bytes());
            default -> other(call, argument);
        };
    }

    /** The second of the day: the one that the scene fixes, or as it passes everywhere. */
    private double seconds() {
        double passing = time.instant().getEpochSecond() % DAY_SECONDS * FASTER;
        return document.get().settings().number("skyboxConfig.fixedTime", passing);
    }

    private Value metadata() {
        return Value.of(ValueJson.print(document.get().settings()));
    }

    private SystemAnswer sceneInformation() {
        var files = Value.fields("content", new ProjectFiles(project).list());
        var named = with(files, "urn", Value.of(URN));
        return fulfilled(
                with(with(named, "metadataJson", metadata()), "baseUrl", Value.of(FILES_AT)));
    }

    private SystemAnswer sceneInfo() {
        var files = Value.fields("contents", new ProjectFiles(project).list());
        var named = with(files, "cid", Value.of(URN));
        return fulfilled(with(with(named, "metadata", metadata()), "baseUrl", Value.of(FILES_AT)));
    }

    private SystemAnswer bootstrapData() {
        var files = Value.fields("content", new ProjectFiles(project).list());
        var entity = Value.fields("entity", with(files, "metadataJson", metadata()));
        var named = with(with(entity, "id", Value.of(URN)), "baseUrl", Value.of(FILES_AT));
        return fulfilled(with(named, "useFPSThrottling", Value.of(false)));
    }

    private SystemAnswer playerData(Value argument) {
        String us = mine(ReservedEntities.ADDRESS);
        boolean isOurs = argument.text("userId", "").equalsIgnoreCase(us);
        return new SystemAnswer.Fulfilled(isOurs ? mine(field("data", PLAYER)) : "{}");
    }

    private SystemAnswer move(Value argument) {
        var place =
                vector(argument, "newRelativePosition")
                        .orElseThrow(() -> new SchemaException("it has no newRelativePosition"));
        return success(deeds.move(place, vector(argument, "cameraTarget")));
    }

    private static Optional<Pose.Vec> vector(Value argument, String name) {
        return argument.at(FieldPath.of(name))
                .filter(Value.Fields.class::isInstance)
                .map(v -> new Pose.Vec(v.number("x", 0), v.number("y", 0), v.number("z", 0)));
    }

    private SystemAnswer other(ScriptHearing.Call call, Value argument) {
        return switch (call.module() + "." + call.function()) {
            case "RestrictedActions.changeRealm",
                    "RestrictedActions.openExternalUrl",
                    "RestrictedActions.openNftDialog",
                    "RestrictedActions.setCommunicationsAdapter",
                    "RestrictedActions.triggerSceneEmote",
                    "RestrictedActions.stopEmote" ->
                    success(deeds.act(call.function(), argument));
            case "RestrictedActions.teleportTo",
                    "RestrictedActions.triggerEmote",
                    "RestrictedActions.copyToClipboard",
                    "UserActionModule.requestTeleport",
                    "Testing.logTestResult",
                    "Testing.plan",
                    "Testing.setCameraTransform" -> {
                deeds.act(call.function(), argument);
                yield new SystemAnswer.Fulfilled("{}");
            }
            case "RestrictedActions.openExplorerUi" -> opened(argument);
            default -> refused(call);
        };
    }

    /** 1 says that it was opened, 4 that there is no such thing. */
    private SystemAnswer opened(Value argument) {
        int result = deeds.act("openExplorerUi", argument) ? 1 : 4;
        return fulfilled(Value.fields("openResult", Value.of(result)));
    }

    private static SystemAnswer refused(ScriptHearing.Call call) {
        String unknown =
                "~system/%s.%s is not available in the editor."
                        .formatted(call.module(), call.function());
        return new SystemAnswer.Rejected(REFUSED.getOrDefault(call.module(), unknown));
    }

    private static SystemAnswer success(boolean isDone) {
        return fulfilled(Value.fields("success", Value.of(isDone)));
    }

    static SystemAnswer fulfilled(Value value) {
        return new SystemAnswer.Fulfilled(ValueJson.print(value));
    }

    static SystemAnswer fulfilled(Value value, ByteBuffer bytes) {
        return new SystemAnswer.Fulfilled(ValueJson.print(value), bytes);
    }

    static Value with(Value struct, String name, Value field) {
        return struct.with(FieldPath.of(name), field);
    }
}
