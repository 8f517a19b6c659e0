// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.util.Comparator;
import java.util.Optional;

/**
 * A component that a source file defines.
 *
 * @param name its full name, for example {@code my-scene::Velocity}
 * @param jsonSchema its schema as JSON text, as composite files carry it
 * @param initial the value that the SDK would create it with, as JSON text
 * @param place where it is defined
 * @param packageName the package that defines it, empty for the project itself
 * @param isInternal whether it is not meant for other packages and editors
 * @param exported how it is offered to others by the conventions of ADR-165: as the default of a
 *     file in the folder of components, or by the file that exports the components
 * @param isNameless whether the source says nothing of its name, which others must then give it
 * @param notes its documentation
 */
public record Definition(
        String name,
        String jsonSchema,
        Optional<String> initial,
        Place place,
        String packageName,
        boolean isInternal,
        Optional<Exported> exported,
        boolean isNameless,
        Notes notes) {
    /** The order of all definitions of a project: packages before it, then by file and line. */
    public static final Comparator<Definition> ORDER =
            Comparator.comparing((Definition d) -> d.packageName().isEmpty())
                    .thenComparing(Definition::packageName)
                    .thenComparing(d -> !d.place().file().startsWith("components/"))
                    .thenComparing(d -> d.place().file())
                    .thenComparing(d -> d.place().line())
                    .thenComparing(d -> d.place().column())
                    .thenComparing(Definition::name);

    static Definition read(WireReader in) {
        return new Definition(
                in.text(),
                in.text(),
                in.optional(WireReader::text),
                Place.read(in),
                in.text(),
                in.flag(),
                in.optional(Exported::read),
                in.flag(),
                Notes.read(in));
    }

    void write(WireWriter out) {
        out.text(name).text(jsonSchema).optional(initial, (value, to) -> to.text(value));
        place.write(out);
        out.text(packageName).flag(isInternal).optional(exported, Exported::write);
        out.flag(isNameless);
        notes.write(out);
    }
}
