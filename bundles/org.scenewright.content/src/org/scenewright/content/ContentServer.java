// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import com.fasterxml.jackson.core.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that keeps what scenes are deployed of (ADR-79, ADR-80): their entities by the parcels
 * they stand on, and files by hash. What it gives is held against the hash where that is provable.
 * Any thread; requests block.
 */
public final class ContentServer implements ContentStore {
    /** Where scenes of everybody are. */
    public static final String USUAL = "https://peer.decentraland.org/content";

    private static final long LARGEST_ENTITIES = 32L << 20;

    private final String address;
    private final Downloads downloads;

    /**
     * @param address the part before {@code /contents/}
     * @throws IOException with a sentence for people where that is no address of the web
     */
    public ContentServer(String address, Downloads downloads) throws IOException {
        this.address = trimmed(address);
        this.downloads = downloads;
    }

    /**
     * An address of the web without the slash at its end.
     *
     * @throws IOException with a sentence for people where it is none
     */
    public static String trimmed(String address) throws IOException {
        String text = address.strip().replaceAll("/+$", "");
        var uri = HostReach.checked(uri(text));
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IOException("\"" + address + "\" is no plain http or https address.");
        }
        return text;
    }

    static URI uri(String text) throws IOException {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("\"" + text + "\" is no plain http or https address.");
        }
    }

    @Override
    public String base() {
        return address + "/contents/";
    }

    @Override
    public boolean isNear(AssetHash hash) {
        return false;
    }

    @Override
    public byte[] bytes(AssetHash hash, long most) throws IOException {
        return bytes(base(), hash, most, downloads);
    }

    /** What lies under a hash, which is appended to a base. */
    static byte[] bytes(String base, AssetHash hash, long most, Downloads downloads)
            throws IOException {
        var question = Downloads.Question.get(uri(base + segment(hash)), most);
        return ContentProof.checked(hash, downloads.ask(question).body());
    }

    /** One name in a path, whatever is in it: a hash must not lead to another place. */
    private static String segment(AssetHash hash) throws IOException {
        if (hash.text().matches("\\.+")) {
            throw new IOException("\"" + hash + "\" is no content hash.");
        }
        var text = new StringBuilder();
        for (char c : hash.text().toCharArray()) {
            boolean isPlain = Character.isLetterOrDigit(c) || "-._~=+:,@".indexOf(c) >= 0;
            text.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return text.toString();
    }

    /**
     * What is deployed at some parcels now.
     *
     * @param pointers each {@code x,y}
     * @throws IOException with a sentence for people where the server does not say
     */
    public List<DeployedEntity> active(List<String> pointers) throws IOException {
        var address = uri(this.address + "/entities/active");
        var question = Downloads.Question.post(address, asked(pointers), LARGEST_ENTITIES);
        byte[] json = downloads.ask(question).body();
        var entities = new ArrayList<DeployedEntity>();
        var problems =
                JsonWalk.read(
                        json, address.toString(), walk -> DeployedEntity.readAll(walk, entities));
        if (entities.isEmpty() && !problems.isEmpty()) {
            throw new IOException(problems.getFirst());
        }
        return entities;
    }

    /**
     * Says what lies at the paths of the scene at some parcel, and asks for that scene when the
     * first path is asked for: once, and not often where nobody answers.
     */
    public AskedContent.Source mapping(String pointer) {
        return new SceneMapping(() -> scene(pointer), InstantSource.system());
    }

    /**
     * The scene at a parcel.
     *
     * @throws IOException with a sentence for people where there is none
     */
    public DeployedEntity scene(String pointer) throws IOException {
        return active(List.of(pointer)).stream()
                .filter(entity -> entity.type().equals("scene"))
                .filter(entity -> entity.pointers().contains(pointer))
                .findFirst()
                .orElseThrow(() -> new IOException("No scene stands at " + pointer + " there."));
    }

    private static byte[] asked(List<String> pointers) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeFieldName("pointers");
            json.writeArray(pointers.toArray(String[]::new), 0, pointers.size());
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
