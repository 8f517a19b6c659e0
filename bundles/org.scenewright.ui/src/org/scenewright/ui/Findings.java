// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.Amount;
import org.scenewright.render.Limit;
import org.scenewright.render.Strays;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What a scene has of all that is limited.
 *
 * @param amounts in the order of the limits; none before it was counted
 * @param strays what leaves its space
 * @param parcels that the limits are those of
 */
record Findings(List<Amount> amounts, Strays strays, int parcels) {
    static final Findings NONE = new Findings(List.of(), Strays.NONE, 1);

    Findings {
        amounts = List.copyOf(amounts);
    }

    /** That of which there is the largest part of what there may be. */
    Optional<Amount> worst() {
        return amounts.stream().max(Comparator.comparingDouble(Amount::share));
    }

    /** The triangles of the document, once they are counted. */
    OptionalLong triangles() {
        return amounts.stream()
                .filter(amount -> amount.limit() == Limit.TRIANGLES)
                .mapToLong(amount -> (long) amount.now())
                .findFirst();
    }

    /** An amount and what there may be: "12,345 of 20,000". */
    static String words(Amount amount) {
        return now(amount) + " of " + Counted.number(amount.most()) + unit(amount.limit());
    }

    private static String now(Amount amount) {
        return switch (amount.limit()) {
            case SIZE, HEIGHT -> String.format(Locale.getDefault(), "%.1f", amount.now());
            case TRIANGLES, ENTITIES, BODIES, MATERIALS, TEXTURES ->
                    Counted.number((long) amount.now());
        };
    }

    private static String unit(Limit limit) {
        return switch (limit) {
            case SIZE -> " MB";
            case HEIGHT -> " m";
            case TRIANGLES, ENTITIES, BODIES, MATERIALS, TEXTURES -> "";
        };
    }

    static String percent(Amount amount) {
        return Math.round(Math.min(9999, amount.share() * 100)) + "%";
    }

    /** All of it in lines, for people. */
    String summary() {
        var lines =
                amounts.stream()
                        .map(a -> a.limit().label() + ": " + words(a) + " (" + percent(a) + ")")
                        .collect(Collectors.joining("\n"));
        return strays.count() == 0 ? lines : lines + "\n" + outside();
    }

    String outside() {
        return Counted.entities(strays.count()) + " out of bounds";
    }
}
