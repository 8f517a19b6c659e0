// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody has deployed (ADR-80), usually a scene.
 *
 * @param id the hash of its own description
 * @param content the hash of each file, by its path as it was deployed
 * @param metadata the JSON text of the object that describes it, which is its {@code scene.json};
 *     empty where there is none
 * @param problems a sentence for each file that is left out
 */
public record DeployedEntity(
        String id,
        String type,
        List<String> pointers,
        Map<String, AssetHash> content,
        String metadata,
        List<String> problems) {
    private static final int LONGEST = 1024;
    private static final int MOST_FILES = 50_000;
    private static final int MOST_POINTERS = 10_000;
    private static final int MOST_ENTITIES = 1000;

    public DeployedEntity {
        pointers = List.copyOf(pointers);
        problems = List.copyOf(problems);
    }

    /** The hash of a file, in any case. */
    public Optional<AssetHash> hash(String path) {
        return content.entrySet().stream()
                .filter(file -> file.getKey().equalsIgnoreCase(path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static void readAll(JsonWalk walk, List<DeployedEntity> entities) throws IOException {
        if (walk.list("", "entities")) {
            while (walk.nextItem()) {
                if (entities.size() >= MOST_ENTITIES) {
                    walk.skip();
                } else if (walk.struct("", "entity")) {
                    entities.add(new Reading(walk).entity());
                }
            }
        }
    }

    /** One entity while it is read. */
    private static final class Reading {
        private final JsonWalk walk;
        private final Map<String, AssetHash> content = new LinkedHashMap<>();
        private final Map<String, String> spelled = new LinkedHashMap<>();
        private final List<String> pointers = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private String id = "";
        private String type = "";
        private String metadata = "";

        Reading(JsonWalk walk) {
            this.walk = walk;
        }

        DeployedEntity entity() throws IOException {
            while (walk.nextField()) {
                switch (walk.name()) {
                    case "id" -> id = text("id");
                    case "type" -> type = text("type");
                    case "pointers" -> readPointers();
                    case "content" -> readContent();
                    case "metadata" -> metadata = readMetadata();
                    default -> walk.skip();
                }
            }
            return new DeployedEntity(id, type, pointers, content, metadata, problems);
        }

        private String text(String key) throws IOException {
            return walk.text("entity", key, LONGEST).orElse("");
        }

        private String readMetadata() throws IOException {
            return walk.struct("entity", "metadata") ? walk.source() : "";
        }

        private void readPointers() throws IOException {
            if (walk.list("entity", "pointers")) {
                while (walk.nextItem()) {
                    var pointer = walk.text("entity", "pointers", LONGEST);
                    if (pointers.size() < MOST_POINTERS) {
                        pointer.ifPresent(pointers::add);
                    }
                }
            }
        }

        private void readContent() throws IOException {
            if (walk.list("entity", "content")) {
                while (walk.nextItem()) {
                    if (walk.struct("entity", "content")) {
                        readFile();
                    }
                }
            }
        }

        private void readFile() throws IOException {
            String path = "";
            Optional<AssetHash> hash = Optional.empty();
            while (walk.nextField()) {
                switch (walk.name()) {
                    case "file", "key" -> path = text("file");
                    case "hash" -> hash = AssetHash.parse(text("hash"));
                    default -> walk.skip();
                }
            }
            if (hash.isEmpty()) {
                problem(path, "has no content hash");
            } else if (content.size() >= MOST_FILES) {
                problem(path, "is one of more than " + MOST_FILES);
            } else {
                add(path, hash.get());
            }
        }

        private void add(String path, AssetHash hash) {
            var flaw = PortableName.pathFlaw(path);
            String key = path.toLowerCase(Locale.ROOT);
            if (flaw.isPresent()) {
                problem(path, flaw.get());
            } else if (spelled.containsKey(key)) {
                problem(path, "is the same as " + spelled.get(key) + " on some systems");
            } else {
                spelled.put(key, path);
                content.put(path, hash);
            }
        }

        private void problem(String path, String what) {
            if (problems.size() < LONGEST) {
                problems.add("File " + JsonWalk.quoted(path) + " " + what + " and is left out.");
            }
        }
    }
}
