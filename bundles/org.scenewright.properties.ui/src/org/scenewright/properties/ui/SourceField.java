// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.scenewright.runtime.AssetPlaces;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A text that names a file: below it stands whose that is, and its address; UI thread only. */
final class SourceField implements FieldView, SourceDrop.Taker {
    /** What names a place on the web and not a file. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final Slot slot;
    private final Later later;
    private final TextField text;
    private final SourceAssist assist;
    private final Label line;
    private Optional<Asked> asked = Optional.empty();
    private Optional<AssetPlaces.Place> place = Optional.empty();
    private boolean isAsking;

    /** A question, which is asked again where any of it is otherwise. */
    private record Asked(AssetPlaces.Field field, long revision) {
        boolean isAbout(Asked other) {
            // Snapshots know no equality but their own, which is quick and enough.
            return field.scene() == other.field.scene()
                    && field.entity().equals(other.field.entity())
                    && field.src().equals(other.field.src())
                    && revision == other.revision;
        }
    }

    SourceField(Slot slot, Form form) {
        this.slot = slot;
        later = new Later(form.grid().getDisplay());
        text = new TextField(Schema.TextUse.ASSET_PATH, slot, form);
        assist = new SourceAssist(text.box(), text::commit);
        text.below(assist::isOpen);
        new SourceDrop(slot::now, text.box(), this);
        text.box().addListener(SWT.FocusIn, e -> offer());
        var browse = Form.unstyled(new Button(text.row(), SWT.PUSH));
        browse.setText("\u2026");
        browse.setToolTipText("Choose a file of this project");
        browse.addListener(SWT.Selection, e -> browse());
        line = new Label(form.grid(), SWT.NONE);
        line.setData("field", slot.path() + "/place");
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .indent(form.indent(), 0)
                .hint(80, SWT.DEFAULT)
                .applyTo(line);
        line.addListener(SWT.MenuDetect, e -> menu().open());
        Form.setShown(line, false);
        ask();
    }

    @Override
    public void refresh() {
        text.refresh();
        ask();
    }

    private PlaceMenu menu() {
        return new PlaceMenu(line, place, new FieldUses(slot.subject().directory(), src()));
    }

    private String src() {
        return slot.shown() instanceof Shown.Same(Value.Text(var src)) ? src : "";
    }

    private void ask() {
        String src = src();
        if (src.isEmpty() || ADDRESS.matcher(src).lookingAt()) {
            asked = Optional.empty();
            show(Optional.empty());
            return;
        }
        var places = slot.subject().places();
        var next = new Asked(slot.subject().source(slot.path(), src), places.revision());
        if (!isAsking && asked.filter(next::isAbout).isEmpty()) {
            isAsking = true;
            asked = Optional.of(next);
            then(places.find(next.field()), found -> take(found, next));
        }
    }

    private <T> void then(CompletableFuture<T> coming, Consumer<Optional<T>> taker) {
        later.then(coming, taker);
    }

    private void take(Optional<AssetPlaces.Place> found, Asked question) {
        isAsking = false;
        if (!line.isDisposed()) {
            if (question.field().src().equals(src())) {
                show(found.filter(there -> !there.provider().isEmpty()));
            }
            // What has changed meanwhile was not asked about.
            ask();
        }
    }

    private void show(Optional<AssetPlaces.Place> now) {
        if (!now.equals(place)) {
            place = now;
            line.setText(now.map(SourceField::words).orElse(""));
            line.setForeground(color(now.flatMap(AssetPlaces.Place::hash).isPresent()));
            line.setToolTipText(now.map(SourceField::tip).orElse(null));
            if (line.getVisible() != now.isPresent()) {
                Form.setShown(line, now.isPresent());
                line.requestLayout();
            }
        }
    }

    private static String words(AssetPlaces.Place at) {
        return at.hash()
                .map(hash -> at.provider() + " \u00b7 " + hash)
                .orElse("\u26a0 There is no such file.");
    }

    private static String tip(AssetPlaces.Place at) {
        return at.hash()
                .map(
                        hash ->
                                "Provider: %s\nHash: %s\nAddress: %s"
                                        .formatted(at.provider(), hash, at.address()))
                .orElse("Neither the project nor a catalog has it.");
    }

    private Color color(boolean isThere) {
        var display = line.getDisplay();
        return isThere
                ? display.getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
                : JFaceColors.getErrorText(display);
    }

    /** The files that can be named here; listed in the background. */
    private CompletableFuture<List<String>> files(Slot of) {
        return of.subject().places().files(of.subject().source(of.path(), src()));
    }

    private void offer() {
        then(files(slot.now()), files -> assist.offer(files.orElse(List.of())));
    }

    private void browse() {
        var held = slot.now();
        then(files(held), files -> choose(held, files.orElse(List.of())));
    }

    private void choose(Slot held, List<String> files) {
        if (!line.isDisposed()) {
            new SourceChoice(line.getShell(), files)
                    .choose(src())
                    .ifPresent(path -> held.write(Value.of(path)));
        }
    }

    /** What was dropped is written where it fell, if it is of a kind that can stand there. */
    @Override
    public void file(Slot held, String path) {
        then(
                files(held),
                files -> {
                    if (files.filter(all -> all.contains(path)).isEmpty()) {
                        held.subject()
                                .complaints()
                                .tell(
                                        "%s is no file that %s can name"
                                                .formatted(path, held.name()));
                    } else {
                        put(held, path);
                    }
                });
    }

    private void put(Slot held, String path) {
        discard();
        held.write(Value.of(path));
    }

    /** Else it would be written over what was dropped when somebody leaves the box. */
    private void discard() {
        if (!line.isDisposed()) {
            text.discard();
        }
    }

    @Override
    public void asset(Slot held, String id) {
        var subject = held.subject();
        var coming = subject.places().supply(subject.source(held.path(), src()), id);
        then(coming, found -> found.ifPresent(supply -> put(held, supply)));
    }

    private void put(Slot held, AssetPlaces.Supply supply) {
        switch (supply) {
            case AssetPlaces.Supply.Held file -> {
                discard();
                held.subject().bind(held.path(), file);
            }
            case AssetPlaces.Supply.None(var reason) ->
                    held.subject()
                            .complaints()
                            .tell("%s, so %s cannot name it".formatted(reason, held.name()));
        }
    }
}
