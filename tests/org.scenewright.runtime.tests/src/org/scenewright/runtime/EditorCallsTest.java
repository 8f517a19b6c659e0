// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.runtime.OpenScene.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a scene asks of the editor. */
class EditorCallsTest {
    @TempDir Path directory;
    private OpenScene scene;
    private EditorCalls calls;
    private final List<String> done = new ArrayList<>();

    /** Does what it is told to, but for opening pages. */
    private final class Noting implements Deeds {
        @Override
        public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
            done.add("move to " + place.x());
            return true;
        }

        @Override
        public boolean act(String action, Value argument) {
            done.add(action + " " + ValueJson.print(argument));
            return !action.equals("openExternalUrl");
        }
    }

    @BeforeEach
    void open() throws IOException {
        scene = new OpenScene(directory.resolve("scene"));
        var time = InstantSource.fixed(Instant.ofEpochSecond(7200 * 1000 + 3600));
        calls = new EditorCalls(scene.session(), new Noting(), EditorCalls.offline(), time);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private SystemAnswer ask(String module, String function, String json) {
        return calls.answer(
                new ScriptHearing.Call(1, module, function, json, ByteBuffer.allocate(0)));
    }

    private Value value(String module, String function, String json) {
        var answer = ask(module, function, json);
        var fulfilled = assertInstanceOf(SystemAnswer.Fulfilled.class, answer);
        return ValueJson.parse(fulfilled.json());
    }

    private void checkRejected(String expected, SystemAnswer answer) {
        var reason = assertInstanceOf(SystemAnswer.Rejected.class, answer).reason();
        assertTrue(reason.contains(expected), reason);
    }

    @Test
    void theRealmIsAPreview() {
        var realm = value("Runtime", "getRealm", "{}");
        assertTrue(realm.flag("realmInfo.isPreview", false));
        assertEquals("Scenewright", realm.text("realmInfo.realmName", ""));
    }

    @Test
    void theDayIsHalfOverInTheMiddleOfItsTwoHours() {
        assertEquals(43_200, value("Runtime", "getWorldTime", "").number("seconds", 0));
    }

    @Test
    void theExplorerHasAgentPlatformAndConfigurations() {
        var explorer = value("Runtime", "getExplorerInformation", "{}");
        assertEquals("desktop", explorer.text("platform", ""));
        assertTrue(explorer.members().keySet().containsAll(List.of("agent", "configurations")));
    }

    @Test
    void aSceneKnowsItsSettingsAndFiles() {
        var about = value("Runtime", "getSceneInformation", "{}");
        var settings = ValueJson.parse(about.text("metadataJson", ""));
        assertEquals("Yard", settings.text("display.title", ""));
        var files = about.items("content").stream().map(file -> file.text("file", "")).toList();
        assertEquals(List.of("assets/scene/main.composite", "scene.json"), files);
    }

    private boolean isAnsweredAtOnce(String module, String function) {
        var answered = new CompletableFuture<SystemAnswer>();
        var call = new ScriptHearing.Call(1, module, function, "{}", ByteBuffer.allocate(0));
        calls.call(call, answered::complete);
        return answered.isDone();
    }

    /** Else a frame could come before the answer; {@code syncEntity} throws in the first one. */
    @Test
    void whoThePlayerIsAScriptKnowsByItsFirstFrame() {
        assertTrue(isAnsweredAtOnce("UserIdentity", "getUserData"));
        assertTrue(isAnsweredAtOnce("Runtime", "getRealm"));
    }

    @Test
    void whoPlaysWithOthersIsSomebody() {
        var nobody = "0x0000000000000000000000000000000000000000";
        assertEquals(nobody, value("UserIdentity", "getUserData", "{}").text("data.userId", ""));
        scene.session().sharing().talk().carry(new Alone());
        assertEquals("0xann", value("UserIdentity", "getUserData", "{}").text("data.userId", ""));
        var asked = "{\"userId\":\"0xANN\"}";
        assertEquals("0xann", value("Players", "getPlayerData", asked).text("data.userId", ""));
    }

    /** Nobody hears it. */
    private static final class Alone implements PlayTalk.Carrier {
        @Override
        public String me() {
            return "0xann";
        }

        @Override
        public void plays(boolean isPlaying) {}

        @Override
        public void said(byte[] message, List<String> to) {}
    }

    @Test
    void aFileOfTheProjectCanBeRead() {
        var json = "{\"fileName\":\"scene.json\"}";
        var answer = (SystemAnswer.Fulfilled) ask("Runtime", "readFile", json);
        var text = StandardCharsets.UTF_8.decode(answer.bytes().duplicate()).toString();
        assertTrue(text.contains("Yard"));
        var place = ValueJson.parse(answer.json()).items("content.$bytes");
        assertEquals(List.of(Value.of(0), Value.of(answer.bytes().remaining())), place);
    }

    @Test
    void aFileThatIsNotThereIsRejectedByName() {
        checkRejected(
                "models/a.glb", ask("Runtime", "readFile", "{\"fileName\":\"models/a.glb\"}"));
    }

    @Test
    void nothingOutsideTheProjectCanBeRead() throws IOException {
        Files.writeString(directory.resolve("secret"), "s");
        checkRejected("no file", ask("Runtime", "readFile", "{\"fileName\":\"../secret\"}"));
        var absolute = "{\"fileName\":\"" + directory.resolve("secret") + "\"}";
        checkRejected("no file", ask("Runtime", "readFile", absolute));
    }

    @Test
    void aLinkLeadsToNothingOutsideTheProject() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "s");
        Files.createSymbolicLink(directory.resolve("scene/link"), secret);
        checkRejected("no file", ask("Runtime", "readFile", "{\"fileName\":\"link\"}"));
    }

    @Test
    void aNameThatIsNoneIsRejected() {
        checkRejected("cannot be read", ask("Runtime", "readFile", "{\"fileName\":\"a\\u0000\"}"));
    }

    @Test
    void thePlayerIsAGuest() {
        var player = value("UserIdentity", "getUserData", "{}");
        assertEquals("Player", player.text("data.displayName", ""));
        assertEquals(Value.EMPTY, value("UserIdentity", "getUserPublicKey", "{}"));
    }

    @Test
    void thePlayerIsTheOnlyOneInTheScene() {
        var player = value("Players", "getPlayersInScene", "{}").items("players").getFirst();
        var data = value("Players", "getPlayerData", ValueJson.print(player));
        assertEquals(player.text("userId", ""), data.text("data.userId", "none"));
        assertEquals(Value.EMPTY, value("Players", "getPlayerData", "{\"userId\":\"0x1\"}"));
    }

    @Test
    void nobodySendsAnything() {
        assertEquals(
                List.of(), value("CommunicationsController", "sendBinary", "{}").items("data"));
    }

    @Test
    void aSceneMovesThePlayer() {
        var json = "{\"newRelativePosition\":{\"x\":4,\"y\":0,\"z\":1}}";
        var moved = value("RestrictedActions", "movePlayerTo", json);
        assertTrue(moved.flag("success", false));
        assertEquals(List.of("move to 4.0"), done);
    }

    @Test
    void aMoveToNowhereIsRejected() {
        checkRejected("newRelativePosition", ask("RestrictedActions", "movePlayerTo", "{}"));
    }

    @Test
    void whatWasNotDoneHasNoSuccess() {
        var json = "{\"url\":\"https://example.org\"}";
        var opened = value("RestrictedActions", "openExternalUrl", json);
        assertTrue(!opened.flag("success", true));
        assertEquals(List.of("openExternalUrl " + json), done);
    }

    @Test
    void nothingIsSigned() {
        checkRejected("signed", ask("SignedFetch", "signedFetch", "{}"));
    }

    @Test
    void theNetworkIsClosedUnlessSomebodyOpensIt() {
        var answer = new CompletableFuture<SystemAnswer>();
        var call = new ScriptHearing.Call(1, "Fetch", "fetch", "{}", ByteBuffer.allocate(0));
        calls.call(call, answer::complete);
        checkRejected("network", now(answer));
    }

    @Test
    void whatNobodyKnowsIsRejectedByName() {
        checkRejected("Runtime.fly", ask("Runtime", "fly", "{}"));
        checkRejected("Nowhere.fly", ask("Nowhere", "fly", "{}"));
    }

    @Test
    void anArgumentThatIsNoJsonIsRejected() {
        checkRejected("JSON", ask("Runtime", "readFile", "{"));
    }

    @Test
    void everyFunctionOfTheSdkIsAnsweredOrRefusedWithAReason() {
        for (var name : FUNCTIONS.split(" ")) {
            var parts = name.split("\\.");
            var answer = ask(parts[0], parts[1], "{}");
            if (answer instanceof SystemAnswer.Rejected(var reason)) {
                assertTrue(!reason.contains("is not available"), name + ": " + reason);
            }
        }
    }

    private static final String FUNCTIONS =
            "CommsApi.getActiveVideoStreams CommsApi.subscribeToTopic"
                    + " CommsApi.unsubscribeFromTopic CommsApi.publishData"
                    + " CommsApi.consumeMessages CommunicationsController.send"
                    + " CommunicationsController.sendBinary EnvironmentApi.getBootstrapData"
                    + " EnvironmentApi.isPreviewMode EnvironmentApi.getPlatform"
                    + " EnvironmentApi.areUnsafeRequestAllowed EnvironmentApi.getCurrentRealm"
                    + " EnvironmentApi.getExplorerConfiguration"
                    + " EnvironmentApi.getDecentralandTime EthereumController.requirePayment"
                    + " EthereumController.signMessage EthereumController.getUserAccount"
                    + " Players.getPlayerData Players.getPlayersInScene"
                    + " Players.getConnectedPlayers PortableExperiences.spawn"
                    + " PortableExperiences.kill PortableExperiences.exit"
                    + " PortableExperiences.getPortableExperiencesLoaded"
                    + " RestrictedActions.movePlayerTo RestrictedActions.teleportTo"
                    + " RestrictedActions.triggerEmote RestrictedActions.changeRealm"
                    + " RestrictedActions.openExternalUrl RestrictedActions.openNftDialog"
                    + " RestrictedActions.setCommunicationsAdapter"
                    + " RestrictedActions.triggerSceneEmote RestrictedActions.copyToClipboard"
                    + " RestrictedActions.stopEmote RestrictedActions.openExplorerUi"
                    + " Runtime.getRealm Runtime.getWorldTime Runtime.readFile"
                    + " Runtime.getSceneInformation Runtime.getExplorerInformation"
                    + " Scene.getSceneInfo SignedFetch.signedFetch SignedFetch.getHeaders"
                    + " Testing.logTestResult Testing.plan Testing.setCameraTransform"
                    + " UserActionModule.requestTeleport UserIdentity.getUserPublicKey"
                    + " UserIdentity.getUserData";
}
