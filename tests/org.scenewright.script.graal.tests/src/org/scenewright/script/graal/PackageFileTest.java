// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class PackageFileTest {

    /** As Node has it: the first condition in the file that holds, be it the best or not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    './i.js'                                                   | ./i.js
                    { 'browser': './b.js', 'import': './i.js' }                | ./b.js
                    { 'import': './i.js', 'browser': './b.js' }                | ./i.js
                    { 'default': './d.js', 'import': './i.js' }                | ./d.js
                    { 'node': './n.js', 'require': './r.js', 'module': './m' } | ./m
                    { 'types': './t.d.ts', 'require': './r.js' }               | ./r.js
                    { 'node': './n.js', 'require': './r.js' }                  | ./n.js
                    { 'import': { 'node': './n.js' }, 'default': './d.js' }    | ./d.js
                    { 'import': { 'default': './i.js' }, 'default': './d.js' } | ./i.js
                    { 'import': null, 'default': './d.js' }                    |
                    { 'import': null, 'require': './r.js' }                    |
                    { 'deno': './x.js' }                                       |
                    [ { 'deno': './x.js' }, { 'module': './m.js' }, './z.js' ] | ./m.js
                    [ null, './z.js' ]                                         | ./z.js
                    { '.': { 'browser': './b.js', 'import': './i.js' } }       | ./b.js
                    { './*': './lib/*.js', '.': { 'import': './i.js' } }       | ./i.js
                    3                                                          |
                    """)
    void takesTheFirstConditionThatHolds(String exports, String expected) {
        var settings = PackageFile.parse("{\"exports\":" + exports.replace('\'', '"') + "}");
        assertEquals(Optional.ofNullable(expected), settings.exported("."));
    }
}
