// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.schema.FieldPath;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of TypeScript and JavaScript that may name files: literals, and what templates begin
 * with, up to their last slash; neither comments nor regular expressions.
 */
final class SourceUses {
    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%<>~^";
    private static final Set<String> KEYWORDS =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do");

    private final String file;
    private final String code;
    private final List<FileUse> uses = new ArrayList<>();

    /** The curly brackets that are open: true for those of a template. */
    private final Deque<Boolean> brackets = new ArrayDeque<>();

    private int at;
    private int line = 1;
    private int counted;
    private boolean isExpected = true;

    /** Up to where it is known that no quote of either kind ends a literal. */
    private final Map<Character, Integer> unclosed = new HashMap<>();

    private SourceUses(String file, String code) {
        this.file = file;
        this.code = code;
    }

    static List<FileUse> of(String file, String code) {
        var uses = new SourceUses(file, code);
        while (uses.at < code.length()) {
            uses.token();
        }
        return List.copyOf(uses.uses);
    }

    private void token() {
        char c = code.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (code.startsWith("//", at)) {
            at = after("\n");
        } else if (code.startsWith("/*", at)) {
            at = after("*/");
        } else if (c == '"' || c == '\'') {
            literal(c);
        } else if (c == '`') {
            template(at + 1, true);
        } else if (c == '/' && isExpected) {
            expression();
        } else if (Character.isJavaIdentifierPart(c)) {
            word();
        } else {
            sign(c);
        }
    }

    private int after(String end) {
        int found = code.indexOf(end, at + 2);
        return found < 0 ? code.length() : found + end.length();
    }

    private void word() {
        int start = at;
        while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
            at++;
        }
        isExpected = KEYWORDS.contains(code.substring(start, at));
    }

    private void sign(char c) {
        at++;
        isExpected = BEFORE_EXPRESSION.indexOf(c) >= 0;
        if (c == '{') {
            brackets.push(false);
        } else if (c == '}') {
            boolean isTemplate = !brackets.isEmpty() && brackets.pop();
            isExpected = true;
            if (isTemplate) {
                template(at, false);
            }
        }
    }

    /** A literal that its line does not end is none. */
    private void literal(char quote) {
        int start = at + 1;
        // Looking again from each quote of a long line would take for ever.
        int end = at < unclosed.getOrDefault(quote, 0) ? -1 : end(start, quote);
        if (end < 0) {
            at = start;
        } else {
            note(start, end);
            at = end + 1;
        }
        isExpected = false;
    }

    private int end(int start, char quote) {
        int i = start;
        for (; i < code.length() && code.charAt(i) != '\n'; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == quote) {
                return i;
            }
        }
        unclosed.put(quote, i);
        return -1;
    }

    private void template(int start, boolean isFirst) {
        int end = start;
        while (end < code.length() && code.charAt(end) != '`' && !code.startsWith("${", end)) {
            end += code.charAt(end) == '\\' ? 2 : 1;
        }
        boolean isOpen = code.startsWith("${", end);
        if (isFirst && end <= code.length()) {
            note(start, isOpen ? start + code.substring(start, end).lastIndexOf('/') + 1 : end);
        }
        if (isOpen) {
            brackets.push(true);
        }
        at = Math.min(code.length(), end + (isOpen ? 2 : 1));
        isExpected = isOpen;
    }

    private void expression() {
        boolean inClass = false;
        for (at++; at < code.length() && code.charAt(at) != '\n'; at++) {
            char c = code.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '/' && !inClass) {
                at++;
                break;
            } else {
                inClass = c == '[' || inClass && c != ']';
            }
        }
        isExpected = false;
    }

    private void note(int start, int end) {
        if (start < end && JsonUses.isPath(code.substring(start, end)) && isPlain(start, end)) {
            while (counted < start) {
                line += code.charAt(counted++) == '\n' ? 1 : 0;
            }
            String text = code.substring(start, end);
            uses.add(
                    new FileUse(
                            file,
                            line,
                            start,
                            end,
                            "",
                            "",
                            FieldPath.WHOLE,
                            text,
                            Spelling.SOURCE));
        }
    }

    /** What is escaped says something else than it looks like. */
    private boolean isPlain(int start, int end) {
        return code.substring(start, end).indexOf('\\') < 0;
    }
}
