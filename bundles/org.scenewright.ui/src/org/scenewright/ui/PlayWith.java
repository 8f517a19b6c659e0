// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The dialog in which people choose the scenes that are played beside one; UI thread. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class PlayWith extends Dialog {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 220;

    private final SceneCard own;
    private final List<SceneCard> offered;
    private final List<Companion> chosen;
    private final Consumer<List<Companion>> result;
    private final List<Row> rows = new ArrayList<>();

    /** What can be chosen about one scene. */
    private record Row(SceneCard card, Button with, Button global) {

        void follow() {
            global.setEnabled(with.getSelection());
        }

        boolean isLocal() {
            return with.getSelection() && !global.getSelection();
        }

        Companion companion() {
            return new Companion(card.directory(), global.getSelection());
        }
    }

    /**
     * @param chosen what was chosen before
     * @param result takes what is chosen; nothing is told where people think better of it
     */
    PlayWith(
            Shell parent,
            CompanionChoice choice,
            List<Companion> chosen,
            Consumer<List<Companion>> result) {
        super(parent);
        this.own = choice.own();
        this.offered = choice.offered();
        this.chosen = chosen;
        this.result = result;
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Play With");
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = (Composite) super.createDialogArea(parent);
        var words = new Label(area, SWT.WRAP);
        words.setText(
                "Scenes that are played beside "
                        + Notice.plain(own.title())
                        + ", at their parcels. They are played as their files are saved.");
        words.setLayoutData(wide(WIDTH, SWT.DEFAULT));
        var scrolled = new ScrolledComposite(area, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        scrolled.setLayoutData(wide(WIDTH, HEIGHT));
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        var list = new Composite(scrolled, SWT.NONE);
        list.setLayout(new GridLayout(2, false));
        scrolled.setContent(list);
        offered.forEach(card -> add(list, card));
        scrolled.setMinSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        var warning = new Label(area, SWT.WRAP);
        warning.setData("id", "with.warning");
        warning.setLayoutData(wide(WIDTH, SWT.DEFAULT));
        rows.forEach(row -> tick(row, warning));
        warn(warning);
        adder(area, list, warning);
        return area;
    }

    private static GridData wide(int width, int height) {
        var place = new GridData(SWT.FILL, SWT.FILL, true, height != SWT.DEFAULT);
        place.widthHint = width;
        place.heightHint = height;
        return place;
    }

    private Row add(Composite list, SceneCard card) {
        var name = String.valueOf(card.directory().getFileName());
        var with = check(list, card.description(), "with:" + name);
        with.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        var global = check(list, "Global", "global:" + name);
        global.setToolTipText("It is there wherever one stands, and is served first");
        for (var companion : chosen) {
            if (companion.directory().equals(card.directory())) {
                with.setSelection(true);
                global.setSelection(companion.isGlobal());
            }
        }
        var row = new Row(card, with, global);
        row.follow();
        rows.add(row);
        return row;
    }

    private static Button check(Composite parent, String text, String id) {
        var check = new Button(parent, SWT.CHECK);
        check.setText(Notice.plain(text));
        check.setData("id", id);
        return check;
    }

    private void tick(Row row, Label warning) {
        row.with().addListener(SWT.Selection, event -> row.follow());
        row.with().addListener(SWT.Selection, event -> warn(warning));
        row.global().addListener(SWT.Selection, event -> warn(warning));
    }

    /** Two scenes on one parcel are possible, but seldom meant. */
    private void warn(Label warning) {
        var cards = new ArrayList<>(List.of(own));
        var words = new ArrayList<String>();
        for (var row : rows.stream().filter(Row::isLocal).toList()) {
            cards.stream()
                    .filter(row.card()::overlaps)
                    .map(other -> row.card().title() + " stands on a parcel of " + other.title())
                    .forEach(words::add);
            cards.add(row.card());
        }
        warning.setText(words.isEmpty() ? "" : Notice.plain(words.getFirst()) + ".");
        warning.requestLayout();
    }

    private void adder(Composite area, Composite list, Label warning) {
        var button = new Button(area, SWT.PUSH);
        button.setText("Add Folder…");
        button.setData("id", "with.add");
        button.addListener(SWT.Selection, event -> ask(list, warning));
    }

    private void ask(Composite list, Label warning) {
        var dialog = new DirectoryDialog(getShell());
        dialog.setText("Add Folder");
        dialog.setMessage("The folder of a scene, with scene.json in it.");
        dialog.setFilterPath(own.directory().resolve("..").normalize().toString());
        var folder = dialog.open();
        if (folder != null) {
            SceneCard.of(Path.of(folder))
                    .ifPresentOrElse(
                            card -> take(list, card, warning),
                            () -> warning.setText("There is no scene in " + folder + "."));
            warning.requestLayout();
        }
    }

    private void take(Composite list, SceneCard card, Label warning) {
        var known = rows.stream().filter(r -> r.card().directory().equals(card.directory()));
        var row = known.findFirst().orElseGet(() -> added(list, card, warning));
        row.with().setSelection(!card.directory().equals(own.directory()));
        row.follow();
        warn(warning);
    }

    private Row added(Composite list, SceneCard card, Label warning) {
        var row = add(list, card);
        tick(row, warning);
        ((ScrolledComposite) list.getParent())
                .setMinSize(list.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        list.layout();
        return row;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, OK, "Play", true);
        createButton(parent, CANCEL, "Cancel", false);
    }

    @Override
    protected void okPressed() {
        var companions =
                rows.stream()
                        .filter(row -> row.with().getSelection())
                        .map(Row::companion)
                        .filter(one -> !one.directory().equals(own.directory()))
                        .toList();
        super.okPressed();
        result.accept(companions);
    }
}
