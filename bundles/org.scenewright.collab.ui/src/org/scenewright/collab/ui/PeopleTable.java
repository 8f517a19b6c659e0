// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.scenewright.collab.Person;
import org.scenewright.collab.Role;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lists people: what they may do and what they do; UI thread. */
final class PeopleTable {
    private static final int GREY = 0x9A9A9A;

    private final TableViewer viewer;
    private List<Row> rows = List.of();
    private Optional<String> leader = Optional.empty();

    /** What the table says of somebody. */
    private record Row(String address, String name, int colour, Role role, String doing) {
        static Row of(Person person, String name) {
            return new Row(
                    person.address(),
                    name,
                    person.profile().colour(),
                    person.role(),
                    Wording.doing(person));
        }
    }

    /**
     * @param area which it fills
     */
    PeopleTable(Composite area) {
        var layout = new TableColumnLayout();
        area.setLayout(layout);
        viewer = new TableViewer(area, SWT.FULL_SELECTION | SWT.SINGLE);
        viewer.getTable().setData("id", "people");
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        // What stands there may be longer than there is room for.
        ColumnViewerToolTipSupport.enableFor(viewer);
        var swatches = new Swatches(new LocalResourceManager(JFaceResources.getResources(), area));
        column(layout, "Name", 4, new Cell(this::name, Optional.of(swatches)));
        column(layout, "Role", 2, new Cell(p -> Wording.role(p.role()), Optional.empty()));
        column(layout, "Doing", 5, new Cell(Wording::doing, Optional.empty()));
    }

    /**
     * @param weight its share of the width
     */
    private void column(TableColumnLayout layout, String title, int weight, Cell cell) {
        var column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 60));
        column.setLabelProvider(cell);
    }

    private String name(Person person) {
        return Wording.name(person, leader.filter(person.address()::equals).isPresent());
    }

    /** What a column says; of who was sent away in grey. */
    private static final class Cell extends ColumnLabelProvider {
        private final Function<Person, String> text;
        private final Optional<Swatches> swatches;

        Cell(Function<Person, String> text, Optional<Swatches> swatches) {
            this.text = text;
            this.swatches = swatches;
        }

        @Override
        public String getText(Object element) {
            return text.apply((Person) element);
        }

        @Override
        public @Nullable String getToolTipText(Object element) {
            String said = getText(element);
            return said.isEmpty() ? null : said;
        }

        @Override
        public @Nullable Image getImage(Object element) {
            var person = (Person) element;
            int colour = Wording.isAway(person) ? GREY : person.profile().colour();
            return swatches.map(s -> s.of(colour)).orElse(null);
        }

        @Override
        public @Nullable Color getForeground(Object element) {
            return Wording.isAway((Person) element)
                    ? Display.getCurrent().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
                    : null;
        }
    }

    /** Fills a menu for who is selected, whenever it is opened. */
    void menu(Consumer<IMenuManager> fill) {
        var menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(fill::accept);
        viewer.getTable().setMenu(menu.createContextMenu(viewer.getTable()));
    }

    /** Calls back when somebody is chosen by a double click or by Enter. */
    void onChosen(Runnable chosen) {
        viewer.addDoubleClickListener(event -> chosen.run());
    }

    ISelectionProvider selection() {
        return viewer;
    }

    Optional<Person> selected() {
        return Optional.ofNullable(viewer.getStructuredSelection().getFirstElement())
                .map(Person.class::cast);
    }

    /**
     * Others move all the time, which is nothing that the table says.
     *
     * @param followed whom the person here follows
     */
    void list(List<Person> people, Optional<Person> followed) {
        leader = followed.map(Person::address);
        var next = people.stream().map(person -> Row.of(person, name(person))).toList();
        if (!next.equals(rows)) {
            rows = next;
            var kept = selected().map(Person::address);
            viewer.setInput(people);
            people.stream()
                    .filter(person -> kept.equals(Optional.of(person.address())))
                    .findFirst()
                    .ifPresent(same -> viewer.setSelection(new StructuredSelection(same)));
        }
    }

    boolean isDisposed() {
        return viewer.getTable().isDisposed();
    }

    void focus() {
        viewer.getTable().setFocus();
    }
}
