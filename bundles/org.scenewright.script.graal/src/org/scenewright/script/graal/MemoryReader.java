// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Notes;
import org.scenewright.script.wire.Place;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link MemoryWriter} writes. Nothing is believed to be longer than the file.
 *
 * @param in where from
 * @param size how long the file is, in bytes
 */
record MemoryReader(DataInputStream in, long size) {

    int number() throws IOException {
        return in.readInt();
    }

    void expect(int value) throws IOException {
        if (in.readInt() != value) {
            throw new IOException("This is something else");
        }
    }

    int count() throws IOException {
        int count = number();
        if (count < 0 || count > size) {
            throw new IOException("There cannot be " + count + " of them");
        }
        return count;
    }

    String text() throws IOException {
        int length = count();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("The file ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private interface Part<T> {
        T read() throws IOException;
    }

    private <T> List<T> each(Part<T> part) throws IOException {
        var values = new ArrayList<T>();
        for (int left = count(); left > 0; left--) {
            values.add(part.read());
        }
        return values;
    }

    private <T extends Enum<T>> T one(T[] of) throws IOException {
        int number = number();
        if (number < 0 || number >= of.length) {
            throw new IOException("There is no number " + number);
        }
        return of[number];
    }

    Compiled compiled() throws IOException {
        return new Compiled(text(), text(), each(this::link), exports(), insight());
    }

    private Compiled.Import link() throws IOException {
        var specifier = text();
        return new Compiled.Import(
                specifier, one(Compiled.Kind.values()), each(this::text), number());
    }

    private Compiled.Exports exports() throws IOException {
        return new Compiled.Exports(
                new LinkedHashSet<>(each(this::text)), each(this::number), in.readBoolean());
    }

    private Compiled.Insight insight() throws IOException {
        return new Compiled.Insight(each(this::site), each(this::effect), each(this::trouble));
    }

    private Compiled.Site site() throws IOException {
        return new Compiled.Site(number(), number(), number(), notes());
    }

    private Notes notes() throws IOException {
        var about = text();
        var fields = new HashMap<String, String>();
        for (int left = count(); left > 0; left--) {
            fields.put(text(), text());
        }
        return new Notes(about, fields);
    }

    private Compiled.Effect effect() throws IOException {
        return new Compiled.Effect(number(), number(), text());
    }

    private Text.Trouble trouble() throws IOException {
        return new Text.Trouble(one(Finding.Kind.values()), number(), number(), text());
    }

    Outcome outcome() throws IOException {
        return new Outcome(
                each(this::defined), each(this::exported), each(this::finding), in.readBoolean());
    }

    private Outcome.Defined defined() throws IOException {
        return new Outcome.Defined(text(), text(), optional(), text(), text(), number(), number());
    }

    private Optional<String> optional() throws IOException {
        boolean isPresent = in.readBoolean();
        var value = text();
        return isPresent ? Optional.of(value) : Optional.empty();
    }

    private Outcome.Exported exported() throws IOException {
        return new Outcome.Exported(text(), text(), defined());
    }

    private Finding finding() throws IOException {
        return new Finding(one(Finding.Kind.values()), place(), text());
    }

    private Place place() throws IOException {
        return new Place(text(), number(), number());
    }
}
