// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.program.Program;
import org.scenewright.runtime.Deeds;
import org.scenewright.runtime.Walk;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSettings;
import org.scenewright.schema.Value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Does what a scene wants done to the player, and asks people before it does anything to the
 * machine; what an editor cannot do it says.
 */
record PlayDeeds(OpenScene scene, ScriptOutput console, PlayWishes wishes, Walk walk)
        implements Deeds {
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_SHOWN = 120;
    private static final int LONGEST_HOST = 100;

    /** Only within the scene, as everywhere. */
    @Override
    public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
        var land = SceneSettings.of(scene.session().snapshot().settings());
        boolean isOurs = land.holds(place) && land.holds(walk.standing().feet());
        if (isOurs) {
            walk.move(new Walk.Place(place, lookedAt));
        } else {
            console.warn(
                    "movePlayerTo %.1f, %.1f, %.1f is refused: a scene moves a player on its own"
                                    .formatted(place.x(), place.y(), place.z())
                            + " parcels only.");
        }
        return isOurs;
    }

    @Override
    public boolean act(String action, Value argument) {
        return switch (action) {
            case "openExternalUrl" -> open(argument.text("url", ""));
            case "copyToClipboard" -> copy(argument.text("text", ""));
            case "openNftDialog" ->
                    told("The scene shows the NFT " + shown(argument.text("urn", "")) + ".");
            case "teleportTo", "requestTeleport" -> told(teleport(argument));
            case "changeRealm" ->
                    told(
                            "The scene wants to go to the realm %s; the editor stays here."
                                    .formatted(shown(argument.text("realm", ""))));
            case "triggerEmote" ->
                    logged("The player does the emote " + shown(emote(argument)) + ".");
            case "triggerSceneEmote" ->
                    logged("The player does the emote " + shown(argument.text("src", "")) + ".");
            default -> refused(action);
        };
    }

    private static String teleport(Value argument) {
        var place =
                "%.0f,%.0f"
                        .formatted(
                                argument.number("worldCoordinates.x", 0),
                                argument.number("worldCoordinates.y", 0));
        return "The scene wants to teleport the player to %s; the editor stays here."
                .formatted(shown(argument.text("destination", place)));
    }

    private static String emote(Value argument) {
        return argument.text("predefinedEmote", "");
    }

    private static String shown(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "\u2026" : line;
    }

    private boolean open(String text) {
        var address = web(text).map(URI::toASCIIString);
        if (address.isEmpty()) {
            console.warn(
                    "openExternalUrl is refused: this is no address of the web: " + shown(text));
            return false;
        }
        return asked(
                "The scene wants to open %s in the browser.".formatted(shown(address.get())),
                () -> Program.launch(address.get()));
    }

    /** An address of which people see where it leads before they allow it. */
    static Optional<URI> web(String text) {
        try {
            return text.length() > LONGEST_ADDRESS
                    ? Optional.empty()
                    : Optional.of(new URI(text)).filter(PlayDeeds::isPlain);
        } catch (URISyntaxException unfit) {
            return Optional.empty();
        }
    }

    /** What stands before an @ looks like a host, and the end of a long one is not shown. */
    private static boolean isPlain(URI address) {
        var scheme = Optional.ofNullable(address.getScheme()).orElse("");
        var host = Optional.ofNullable(address.getHost()).orElse("");
        return Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                && !host.isEmpty()
                && host.length() < LONGEST_HOST
                && address.getRawUserInfo() == null;
    }

    private boolean copy(String text) {
        return text.length() <= LONGEST_TEXT
                && asked(
                        "The scene wants to copy \u201c%s\u201d to the clipboard."
                                .formatted(shown(text)),
                        () -> toClipboard(text));
    }

    private void toClipboard(String text) {
        var clipboard = new Clipboard(scene.ui().display());
        try {
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private boolean asked(String question, Runnable deed) {
        boolean isAsked = wishes.ask(new PlayWishes.Wish(question, Optional.of(deed)));
        console.warn(isAsked ? question : question + " Something else is still to be answered.");
        return isAsked;
    }

    private boolean told(String sentence) {
        wishes.ask(new PlayWishes.Wish(sentence, Optional.empty()));
        return logged(sentence);
    }

    private boolean logged(String sentence) {
        console.warn(sentence);
        return true;
    }

    private boolean refused(String action) {
        console.warn("The editor does not do what the scene asks for: " + action);
        return false;
    }
}
