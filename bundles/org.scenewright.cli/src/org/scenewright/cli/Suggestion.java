// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What somebody may have meant who misspelt a name.
 *
 * @param name what was meant
 * @param distance the number of slips
 */
record Suggestion(String name, int distance) {
    private static final int MOST = 3;
    private static final int LONGEST = 100;

    /**
     * A question to put behind a message; empty where no name is near.
     *
     * @param spelling the part of a name that is compared
     */
    static String of(String asked, Collection<String> names, UnaryOperator<String> spelling) {
        int most = Math.clamp(asked.length() / 3, 1, 3);
        var near =
                names.stream()
                        .map(name -> new Suggestion(name, distance(asked, spelling.apply(name))))
                        .filter(suggestion -> suggestion.distance <= most)
                        .sorted(Comparator.comparingInt(Suggestion::distance))
                        .toList();
        String nearest =
                near.stream()
                        .filter(suggestion -> suggestion.distance == near.getFirst().distance)
                        .map(Suggestion::name)
                        .distinct()
                        .limit(MOST)
                        .collect(Collectors.joining(" or "));
        return nearest.isEmpty() ? "" : " Did you mean " + ComponentList.printable(nearest) + "?";
    }

    /**
     * How many letters have to be put in, left out, changed or swapped with the next one, whatever
     * their case.
     */
    private static int distance(String asked, String name) {
        if (Math.max(asked.length(), name.length()) > LONGEST) {
            return asked.equalsIgnoreCase(name) ? 0 : LONGEST;
        }
        String a = asked.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : least(table, a, b, new Ends(i, j));
            }
        }
        return table[a.length()][b.length()];
    }

    /** The lengths of the beginnings that are compared. */
    private record Ends(int i, int j) {
        boolean areSwapped(String a, String b) {
            return i > 1
                    && j > 1
                    && a.charAt(i - 1) == b.charAt(j - 2)
                    && a.charAt(i - 2) == b.charAt(j - 1);
        }
    }

    private static int least(int[][] table, String a, String b, Ends ends) {
        int i = ends.i;
        int j = ends.j;
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(table[i - 1][j], table[i][j - 1]) + 1;
        least = Math.min(least, table[i - 1][j - 1] + changed);
        return ends.areSwapped(a, b) ? Math.min(least, table[i - 2][j - 2] + 1) : least;
    }
}
