// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** What others call themselves, made fit to be shown and logged. */
final class PlainLine {
    private PlainLine() {}

    /**
     * One line without line breaks, control characters, and what turns or hides text.
     *
     * @param most characters that may be kept
     */
    static String of(String text, int most) {
        var line = new StringBuilder();
        for (int character : text.codePoints().filter(PlainLine::isPlain).toArray()) {
            if (line.length() + Character.charCount(character) > most) {
                break;
            }
            line.appendCodePoint(Character.isSpaceChar(character) ? ' ' : character);
        }
        return line.toString().strip();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
