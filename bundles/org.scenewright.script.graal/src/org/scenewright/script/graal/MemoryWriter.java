// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.Finding;
import org.scenewright.script.wire.Notes;
import org.scenewright.script.wire.Place;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes what {@link MemoryReader} reads.
 *
 * @param out where to
 */
record MemoryWriter(DataOutputStream out) {

    void number(int value) throws IOException {
        out.writeInt(value);
    }

    void text(String value) throws IOException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private interface Part<T> {
        void write(T value) throws IOException;
    }

    private <T> void each(Collection<T> values, Part<T> part) throws IOException {
        number(values.size());
        for (T value : values) {
            part.write(value);
        }
    }

    void compiled(Compiled value) throws IOException {
        text(value.code());
        text(value.mappings());
        each(value.imports(), this::link);
        each(value.exports().names(), this::text);
        each(value.exports().stars(), this::number);
        out.writeBoolean(value.exports().isCommon());
        each(value.insight().sites(), this::site);
        each(value.insight().effects(), this::effect);
        each(value.insight().troubles(), this::trouble);
    }

    private void link(Compiled.Import value) throws IOException {
        text(value.specifier());
        number(value.kind().ordinal());
        each(value.names(), this::text);
        number(value.line());
    }

    private void site(Compiled.Site value) throws IOException {
        number(value.line());
        number(value.column());
        number(value.last());
        notes(value.notes());
    }

    private void notes(Notes value) throws IOException {
        text(value.about());
        each(
                value.fields().entrySet(),
                field -> {
                    text(field.getKey());
                    text(field.getValue());
                });
    }

    private void effect(Compiled.Effect value) throws IOException {
        number(value.line());
        number(value.column());
        text(value.what());
    }

    private void trouble(Text.Trouble value) throws IOException {
        number(value.kind().ordinal());
        number(value.line());
        number(value.column());
        text(value.message());
    }

    void outcome(Outcome value) throws IOException {
        each(value.defined(), this::defined);
        each(value.exported(), this::exported);
        each(value.findings(), this::finding);
        out.writeBoolean(value.failed());
    }

    private void defined(Outcome.Defined value) throws IOException {
        text(value.name());
        text(value.jsonSchema());
        optional(value.initial());
        text(value.owner());
        text(value.file());
        number(value.line());
        number(value.column());
    }

    private void optional(Optional<String> value) throws IOException {
        out.writeBoolean(value.isPresent());
        text(value.orElse(""));
    }

    private void exported(Outcome.Exported value) throws IOException {
        text(value.file());
        text(value.as());
        defined(value.defined());
    }

    private void finding(Finding value) throws IOException {
        number(value.kind().ordinal());
        place(value.place());
        text(value.message());
    }

    private void place(Place value) throws IOException {
        text(value.file());
        number(value.line());
        number(value.column());
    }
}
