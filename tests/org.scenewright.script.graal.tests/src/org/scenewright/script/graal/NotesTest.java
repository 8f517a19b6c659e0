// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.TreeMap;

class NotesTest {
    private static final Reflector REFLECTOR = new Reflector();

    @TempDir Path folder;

    @Test
    void readsTheCommentAboveADefinition() {
        check(
                """
                import { engine, Schemas } from '@dcl/ecs'

                /**
                 * How fast it goes.
                 * In metres a second.
                 * @public
                 */
                export const A = engine.defineComponent('A', { x: Schemas.Int })
                """,
                "How fast it goes.\nIn metres a second.",
                "{}");
    }

    @Test
    void readsCommentsOfLinesAboveFields() {
        check(
                """
                import { engine, Schemas } from '@dcl/ecs'
                // eslint-disable-next-line
                // Goes round.
                // And round.
                export const A = engine.defineComponent(
                  'A',
                  {
                    // how far
                    x: Schemas.Int, // not of y
                    y: Schemas.Int,
                    /** how high */ z: Schemas.Int
                  })
                """,
                "Goes round.\nAnd round.",
                "{x=how far, z=how high}");
    }

    @Test
    void readsCommentsBehindFields() {
        check(
                """
                import { engine, Schemas } from '@dcl/ecs'
                export const A = engine.defineComponent('A', {
                  a: Schemas.Int, // text of a
                  b: Schemas.Int /* text of b */,
                  c: Schemas.Int, /** text of c */
                  /** text of d */
                  d: Schemas.Int, // not this
                  e: Schemas.Int,
                  // text of f
                  f: Schemas.Map({ // not of f
                    g: Schemas.Int /* text of g */ }),
                  h: Schemas.Int, /* text of i */ i: Schemas.Int,
                  j: Schemas.Int, // eslint-disable-line
                  k: Schemas.Int, k2: Schemas.Int, // text of k2
                  l: Schemas.Float // metres per second, 😀
                })
                """,
                "",
                "{a=text of a, b=text of b, c=text of c, d=text of d, f=text of f, f.g=text of g,"
                        + " i=text of i, k2=text of k2, l=metres per second, 😀}");
    }

    @Test
    void takesNoCommentBehindAFieldForOneAboveTheNext() {
        check(
                """
                import { engine, Schemas } from '@dcl/ecs'
                export const A = engine.defineComponent('A', {
                  a: Schemas.Int, /* text of a */
                  b: Schemas.Int
                  , c: Schemas.Int // text of c
                })
                export const b = 'not // a comment'
                """,
                "",
                "{a=text of a, c=text of c}");
    }

    @Test
    void readsCommentsOfNestedFields() {
        check(
                """
                import { engine, Schemas } from '@dcl/ecs'
                const inner = Schemas.Map({
                  /** deep */
                  d: Schemas.Int
                })
                const spec = {
                  /** the list */
                  list: Schemas.Array(Schemas.Map({
                    /** the name */
                    name: Schemas.String,
                    inner
                  })),
                  other: Schemas.Optional(inner)
                }
                export const A = engine.defineComponent('A', spec)
                """,
                "",
                "{list=the list, list.name=the name, other.d=deep}");
    }

    @Test
    void takesNoCommentOfSomethingElse() {
        check(
                """
                // The licence of this file.

                import { engine, Schemas } from '@dcl/ecs' // imports
                export const a = 3 /* three */
                export const A = engine.defineComponent('A', { x: Schemas.Int })
                """,
                "",
                "{}");
    }

    @Test
    void readsTheCommentOfADeclarationByDefault() {
        check(
                """
                import { declareComponent, Schemas } from '@dcl/ecs'
                /** Named by its file 😀. */
                export default declareComponent(Schemas.Map({
                  /** here */
                  x: Schemas.Int }))
                """,
                "Named by its file 😀.",
                "{x=here}");
    }

    private void check(String source, String about, String fields) {
        var project = new Project(folder, folder.resolve("cache"), REFLECTOR).write("");
        project.write("components/A.ts", source);
        var notes = project.reflect().definitions().getFirst().notes();
        assertEquals(about, notes.about());
        assertEquals(fields, new TreeMap<>(notes.fields()).toString());
    }
}
