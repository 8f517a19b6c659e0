// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The assets that a content server has by their ids (ADR-18, stage 2): whatever is deployed under a
 * pointer that is called so, such as a wearable under its URN. Any thread; a question blocks.
 *
 * @param server is asked what is deployed
 * @param store has the files of that
 */
public record DeployedAssets(ContentServer server, ContentStore store) {
    /** How many may be asked for at once. */
    public static final int MOST = 100;

    private static final String PACK = "Realm";
    private static final String THUMBNAIL = "thumbnail.png";

    /**
     * Those among some that the server has, with their ids as they are spelled here.
     *
     * @param ids at most {@value #MOST}
     * @throws IOException with a sentence for people where the server does not say
     */
    public List<AssetCatalog.Entry> find(List<String> ids) throws IOException {
        if (ids.size() > MOST) {
            throw new IllegalArgumentException(ids.size() + " at once");
        }
        var found = new ArrayList<AssetCatalog.Entry>();
        var entities = ids.isEmpty() ? List.<DeployedEntity>of() : server.active(ids);
        for (var id : ids) {
            entities.stream()
                    .filter(entity -> isAt(entity, id))
                    .findFirst()
                    .ifPresent(entity -> found.add(entry(id, entity)));
        }
        return found;
    }

    /** Servers keep pointers in lower case. */
    private static boolean isAt(DeployedEntity entity, String id) {
        String key = id.toLowerCase(Locale.ROOT);
        return entity.pointers().stream().anyMatch(p -> p.toLowerCase(Locale.ROOT).equals(key));
    }

    private AssetCatalog.Entry entry(String id, DeployedEntity entity) {
        Map<String, AssetHash> contents = entity.content();
        var about = new CatalogAsset.About(id, entity.type(), List.of(), "", "", "");
        var asset =
                new CatalogAsset(
                        id,
                        PACK,
                        about,
                        "",
                        Optional.ofNullable(contents.get(THUMBNAIL)),
                        contents);
        return new AssetCatalog.Entry(asset, new MappedContent("Realm, " + id, store, contents));
    }
}
