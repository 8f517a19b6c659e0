// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The models of the pack that the product ships; each time made anew, and always alike. */
public final class PackModels {

    /**
     * One of them.
     *
     * @param file its name within the asset
     * @param tags separated by spaces
     */
    public record Item(
            String file,
            String name,
            String category,
            String tags,
            String description,
            byte[] glb) {

        /** What it becomes in a scene, in JSON as the official packs have it. */
        public String composite() {
            return file.startsWith("street-lamp")
                    ? LIT.formatted(model(512))
                    : PLAIN.formatted(model(0));
        }

        private String model(int entity) {
            return MODEL.formatted(entity, file, isOpen() ? CLICKED : CLICKED | SOLID);
        }

        /** Whether players walk through what is seen, because it is light or has a collider. */
        private boolean isOpen() {
            boolean hasCollider =
                    new String(glb, StandardCharsets.ISO_8859_1).contains("_collider");
            return hasCollider || LIGHT.contains(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final int CLICKED = 1;
    private static final int SOLID = 2;
    private static final Set<String> LIGHT = Set.of("Bush", "Flowers", "Mushrooms", "Coin", "Gem");

    private static final String PLAIN =
            """
            {"version": 1, "components": [%s]}\
            """;

    /** All that is seen can be clicked on. */
    private static final String MODEL =
            """
            {"name": "core::GltfContainer", "data": {"%d": {"json": {
              "src": "{assetPath}/%s", "visibleMeshesCollisionMask": %d, "invisibleMeshesCollisionMask": 3}}}}\
            """;

    private static final String LIT =
            """
            {"version": 1, "components": [%s,
              {"name": "core::Transform", "data": {
                "513": {"json": {"position": {"x": -0.75, "y": 3.2, "z": 0}, "rotation": {"x": 0.7071068, "y": 0, "z": 0, "w": 0.7071068},
                  "scale": {"x": 1, "y": 1, "z": 1}, "parent": 512}}}},
              {"name": "core::LightSource", "data": {"513": {"json": {
                "active": true, "color": {"r": 1, "g": 0.85, "b": 0.56}, "intensity": 16000, "range": -1,
                "type": {"$case": "spot", "spot": {"innerAngle": 40, "outerAngle": 70}}}}}}]}\
            """;

    private PackModels() {}

    /** All of them, in the order in which the pack lists them. */
    public static List<Item> all() {
        return List.of(
                item(
                        "pine",
                        "Pine Tree",
                        "nature",
                        "tree forest conifer",
                        "A pine, 4 metres high.",
                        SampleNature.pine()),
                item(
                        "leafy-tree",
                        "Leafy Tree",
                        "nature",
                        "tree oak park",
                        "A broad tree that gives shade.",
                        SampleNature.oak()),
                item(
                        "bush",
                        "Bush",
                        "nature",
                        "plant hedge garden",
                        "A round bush, knee-high.",
                        PackNature.bush()),
                item(
                        "flowers",
                        "Flowers",
                        "nature",
                        "plant garden meadow colorful",
                        "A handful of summer flowers.",
                        PackNature.flowers()),
                item(
                        "mushrooms",
                        "Mushrooms",
                        "nature",
                        "plant forest fairy",
                        "Three red mushrooms with white dots.",
                        PackNature.mushrooms()),
                item(
                        "rocks",
                        "Rocks",
                        "nature",
                        "stone boulder",
                        "Three weathered rocks.",
                        PackNature.rocks()),
                item(
                        "campfire",
                        "Campfire",
                        "nature",
                        "fire light camp wood",
                        "Logs in a ring of stones, burning.",
                        PackNature.campfire()),
                item(
                        "bench",
                        "Park Bench",
                        "street",
                        "seat furniture park wood",
                        "Seats three.",
                        PackStreet.bench()),
                item(
                        "street-lamp",
                        "Street Lamp",
                        "street",
                        "light lantern road night",
                        "A lamp whose light falls on the ground below it.",
                        PackStreet.lamp()),
                item(
                        "lantern",
                        "Garden Lantern",
                        "street",
                        "light lamp garden night",
                        "A small lantern on a post.",
                        SampleBuildings.lantern()),
                item(
                        "fence",
                        "Picket Fence",
                        "street",
                        "border garden wood",
                        "4 metres of white fence.",
                        PackStreet.fence()),
                item(
                        "signpost",
                        "Signpost",
                        "street",
                        "arrow direction way wood",
                        "Two arrows that point either way.",
                        PackStreet.signpost()),
                item(
                        "barrel",
                        "Barrel",
                        "street",
                        "container harbour wood",
                        "An oak barrel with iron hoops.",
                        PackStreet.barrel()),
                item(
                        "crate",
                        "Crate",
                        "street",
                        "box container wood",
                        "A wooden crate to stack.",
                        SampleBuildings.crate()),
                item(
                        "boat",
                        "Rowing Boat",
                        "street",
                        "water harbour vehicle",
                        "A boat for two.",
                        SampleHarbour.boat()),
                item(
                        "wall",
                        "Wall",
                        "building",
                        "house modular timber",
                        "4 x 3 metres of timber frame.",
                        PackBuilding.wall()),
                item(
                        "window-wall",
                        "Wall with Window",
                        "building",
                        "house modular glass",
                        "4 x 3 metres with a window.",
                        PackBuilding.window()),
                item(
                        "door-wall",
                        "Wall with Door",
                        "building",
                        "house modular entrance",
                        "4 x 3 metres with an open door.",
                        PackBuilding.door()),
                item(
                        "roof",
                        "Gable Roof",
                        "building",
                        "house modular tiles",
                        "Covers 4 x 4 metres.",
                        PackBuilding.roof()),
                item(
                        "platform",
                        "Stone Platform",
                        "building",
                        "floor ground modular tile",
                        "4 x 4 metres to stand on.",
                        PackBuilding.platform()),
                item(
                        "stairs",
                        "Stairs",
                        "building",
                        "steps climb modular stone",
                        "Six steps, 1.5 metres up.",
                        PackBuilding.stairs()),
                item(
                        "ramp",
                        "Ramp",
                        "building",
                        "slope climb modular stone",
                        "1 metre up over 3 metres.",
                        PackBuilding.ramp()),
                item(
                        "pillar",
                        "Pillar",
                        "building",
                        "column temple stone",
                        "A round pillar, 3 metres high.",
                        PackBuilding.pillar()),
                item(
                        "cottage",
                        "Cottage",
                        "building",
                        "house home village",
                        "A small house with a red roof.",
                        SampleBuildings.cottage()),
                item(
                        "coin",
                        "Coin",
                        "game",
                        "gold collect reward spin",
                        "Spins in the air, waiting to be taken.",
                        PackPlay.coin()),
                item(
                        "gem",
                        "Gem",
                        "game",
                        "crystal collect reward spin",
                        "A floating crystal.",
                        PackPlay.gem()),
                item(
                        "chest",
                        "Treasure Chest",
                        "game",
                        "container reward gold",
                        "Closed; who knows what is in it.",
                        PackPlay.chest()),
                item(
                        "flag",
                        "Checkpoint Flag",
                        "game",
                        "goal race start finish",
                        "Marks where one has got to.",
                        PackPlay.flag()),
                item(
                        "spring",
                        "Jump Pad",
                        "game",
                        "spring bounce trampoline",
                        "A pad to jump from.",
                        PackPlay.spring()),
                item(
                        "target",
                        "Target",
                        "game",
                        "archery aim shoot",
                        "A target on a stand.",
                        PackPlay.target()));
    }

    private static Item item(
            String file,
            String name,
            String category,
            String tags,
            String description,
            byte[] glb) {
        return new Item(file + ".glb", name, category, tags, description, glb);
    }
}
