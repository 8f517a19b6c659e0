// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.ContentProvider;
import org.scenewright.content.LocalPath;
import org.scenewright.content.NoAnswerException;
import org.scenewright.content.Resolution;
import org.scenewright.content.TooLargeException;
import org.scenewright.content.WrongBytesException;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The files that one load reads, within a limit for all of them together. One thread. */
final class FileReads {
    /** What one asset may weigh with all its files; a whole scene of one parcel may have 15 MB. */
    static final long LIMIT = 100L << 20;

    private final Sources sources;
    private final Workers workers;
    private final Set<String> used = new HashSet<>();
    private Uses.Hope hope = Uses.Hope.NONE;
    private long left = LIMIT;

    /**
     * Something that was found, and whose it is.
     *
     * @param label what people know it by: its path in the project, also where it is elsewhere
     */
    record Read(ContentProvider provider, Resolution.Found found, String label) {
        String path() {
            return found.path();
        }

        /** Its bytes, once more and without regard to what else is read. */
        byte[] again() throws IOException {
            return found.content().bytes(LIMIT);
        }
    }

    FileReads(Sources sources, Workers workers) {
        this.sources = sources;
        this.workers = workers;
    }

    Read find(AssetSource source) {
        var lead = reachable(sources.find(source), source);
        note(lead.provider(), source.path());
        var found = existing(lead, sources.absence(source));
        var label = sources.isScene(lead.provider()) ? found.path() : source.path();
        return new Read(lead.provider(), found, label);
    }

    /** What cannot be had from elsewhere may have been imported. */
    private Sources.Lead reachable(Sources.Lead lead, AssetSource source) {
        if (!(lead.resolution() instanceof Resolution.Found found)) {
            return lead;
        }
        try {
            workers.aside(found.content()::fetch);
            return lead;
        } catch (IOException away) {
            hopeFor(away);
            var own = sources.own(source);
            if (own.resolution() instanceof Resolution.Found) {
                return own;
            }
            throw new AssetException(
                    "The file " + source.path() + " cannot be had: " + away.getMessage(), away);
        }
    }

    private void hopeFor(IOException away) {
        var now =
                switch (away) {
                    case NoAnswerException answer when !answer.mayPass() -> Uses.Hope.NONE;
                    case TooLargeException large -> Uses.Hope.NONE;
                    case WrongBytesException wrong -> Uses.Hope.LITTLE;
                    default -> Uses.Hope.GOOD;
                };
        hope = now.compareTo(hope) > 0 ? now : hope;
    }

    Read findBeside(Read file, String path) {
        LocalPath.beside(file.path(), path).ifPresent(beside -> note(file.provider, beside));
        var resolution = file.provider.resolveBeside(file.path(), path);
        var lead = new Sources.Lead(file.provider, resolution);
        var found = existing(lead, "The file " + path + " is missing.");
        return new Read(file.provider, found, found.path());
    }

    byte[] bytes(Read read) {
        var content = read.found.content();
        try {
            workers.aside(content::fetch);
            var bytes = content.bytes(left);
            left -= bytes.length;
            return bytes;
        } catch (TooLargeException e) {
            throw new AssetException(
                    "The file %s is too large: with it the asset takes more than %d MB."
                            .formatted(read.label(), LIMIT >> 20),
                    e);
        } catch (IOException e) {
            if (!sources.isScene(read.provider)) {
                hopeFor(e);
            }
            throw new AssetException(
                    "The file " + read.label() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What was used so far. */
    Uses used() {
        return new Uses(used, hope);
    }

    private void note(ContentProvider provider, String path) {
        if (sources.isScene(provider)) {
            LocalPath.key(path).ifPresent(used::add);
        }
    }

    private static Resolution.Found existing(Sources.Lead lead, String absence) {
        return switch (lead.resolution()) {
            case Resolution.Found found -> found;
            case Resolution.Missing missing -> throw new MissingAssetException(absence);
            case Resolution.Outside(var path) when path.contains("://") ->
                    throw new MissingAssetException(
                            "The address " + path + " is not a file of the project.");
            case Resolution.Outside(var path) ->
                    throw new MissingAssetException(
                            "The path " + path + " leads out of the project and is refused.");
        };
    }
}
