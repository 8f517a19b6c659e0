// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.schema.Value;

import java.util.List;

/** Room for what is deep inside, for headings, and for what comes back. */
class SheetWidthTest extends SheetOnScene {
    private static final int LEAST = 80;
    private static final String DEEP =
            """
            {"version":1,"components":[
            {"name":"core-schema::Name","data":{"512":{"json":{"value":"Box"}},"513":{"json":{"value":"Lamp"}}}},
            {"name":"inspector::TransformConfig","data":{"512":{"json":{"porportionalScaling":true}},"513":{"json":{"porportionalScaling":true}}}},
            {"name":"my::Tag","jsonSchema":{"type":"object","properties":{},"serializationType":"map"},"data":{}},
            {"name":"my::TransformConfiguration","jsonSchema":{"type":"object","properties":{
            "width":{"type":"number","serializationType":"float32"},
            "height":{"type":"number","serializationType":"float32"}},"serializationType":"map"},
            "data":{"512":{"json":{"width":1,"height":2}}}},
            {"name":"my::Triggers","jsonSchema":{"type":"object","properties":{
            "value":{"type":"array","serializationType":"array","items":{"type":"object","serializationType":"map","properties":{
            "kind":{"type":"string","serializationType":"utf8-string"},
            "conditions":{"type":"array","serializationType":"array","items":{"type":"object","serializationType":"map","properties":{
            "id":{"type":"number","serializationType":"float32"},
            "value":{"type":"string","serializationType":"utf8-string"}}}}}}}},"serializationType":"map"},
            "data":{"512":{"json":{"value":[{"kind":"a","conditions":[{"id":1,"value":"b"}]}]}}}}
            ]}\
            """;

    @Override
    String composite() {
        return DEEP;
    }

    private Control any(String path) {
        return field(Control.class, path);
    }

    @Test
    void fieldsDeepInsideHaveRoomInANarrowView() {
        shell.setSize(330, 900);
        show(BOX);
        assertTrue(any("value.0.conditions.0.id").getSize().x >= LEAST, sizes());
        assertTrue(any("value.0.conditions.0.value").getSize().x >= LEAST, sizes());
    }

    private String sizes() {
        return any("value.0.conditions.0.id").getSize()
                + " "
                + any("value.0.conditions.0.value").getSize();
    }

    @Test
    void theButtonsOfAnItemStandBesideItsNumberAndWithinTheSheet() {
        show(BOX);
        var up =
                all(shell)
                        .filter(
                                c ->
                                        c instanceof Button
                                                && "Move item 1 of Conditions up"
                                                        .equals(c.getToolTipText()))
                        .findFirst()
                        .orElseThrow();
        var id = any("value.0.conditions.0.id");
        int end = shell.getDisplay().map(up.getParent(), shell, up.getParent().getSize()).x;
        assertTrue(end <= shell.getClientArea().width);
        int bottom = shell.getDisplay().map(up, shell, 0, up.getSize().y).y;
        assertTrue(bottom <= shell.getDisplay().map(id, shell, 0, 0).y);
    }

    private ExpandableComposite section(String component) {
        return all(shell)
                .filter(c -> component.equals(c.getData("component")))
                .map(ExpandableComposite.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + component));
    }

    private static Label title(ExpandableComposite section) {
        for (var child : section.getChildren()) {
            if (child instanceof Label label) {
                return label;
            }
        }
        throw new AssertionError("no title");
    }

    private void isWhole(String component) {
        var title = title(section(component));
        var wanted = title.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        assertTrue(
                title.getSize().x >= wanted.x && title.getSize().y >= wanted.y,
                title.getText() + " " + title.getSize() + " of " + wanted);
    }

    @Test
    void aComponentWithoutFieldsThatIsAddedIsShownAtOnce() {
        show(BOX, LAMP);
        add("my::Tag", BOX, LAMP);
        isWhole("my::Tag");
        assertTrue(section("my::Tag").getSize().y >= title(section("my::Tag")).getSize().y);
        show(BOX);
        isWhole("my::Tag");
        show(BOX, LAMP);
        isWhole("my::Tag");
    }

    private void add(String component, Entity... entities) {
        for (var entity : entities) {
            var edit = new Edit.Put(entity, component, Value.EMPTY);
            await(session().post(edit, Origin.USER));
        }
        settle();
        pump(() -> all(shell).anyMatch(c -> component.equals(c.getData("component"))));
        settle();
    }

    @Test
    void aFoldedHeadingIsWhole() {
        show(BOX);
        ComponentSection.of(section("my::TransformConfiguration")).orElseThrow().fold(false);
        settle();
        isWhole("my::TransformConfiguration");
    }

    @Test
    void aHeadingThatDoesNotFitEndsInDots() {
        shell.setSize(130, 900);
        show(BOX);
        ComponentSection.of(section("my::TransformConfiguration")).orElseThrow().fold(false);
        settle();
        assertTrue(
                title(section("my::TransformConfiguration")).getText().endsWith("\u2026"),
                title(section("my::TransformConfiguration")).getText());
        isWhole("my::TransformConfiguration");
        shell.setSize(420, 900);
        settle();
        assertEquals(
                "Transform Configuration", title(section("my::TransformConfiguration")).getText());
        isWhole("my::TransformConfiguration");
    }

    private void look(String words) {
        var box =
                all(shell)
                        .filter(c -> "search".equals(c.getData("id")))
                        .map(Text.class::cast)
                        .findFirst()
                        .orElseThrow();
        box.setText(words);
        settle();
    }

    @Test
    void whatASearchUnfoldedIsFoldedAgain() {
        show(BOX);
        var folded = section("my::TransformConfiguration");
        ComponentSection.of(folded).orElseThrow().fold(false);
        look("height");
        assertTrue(folded.isExpanded());
        look("");
        assertFalse(folded.isExpanded());
    }

    @Test
    void afterASearchAndAnotherSelectionAllFieldsAreWhole() {
        show(BOX);
        var folded = section("my::TransformConfiguration");
        ComponentSection.of(folded).orElseThrow().fold(false);
        settle();
        look("height");
        show(LAMP);
        look("");
        show(BOX);
        ComponentSection.of(folded).orElseThrow().fold(true);
        settle();
        for (var path : List.of("width", "height", "value.0.kind", "value.0.conditions.0.id")) {
            var control = any(path);
            int wanted = control.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            assertTrue(control.getSize().y >= wanted, path + " " + control.getBounds());
            var at = shell.getDisplay().map(control, folded.getParent(), 0, control.getSize().y);
            assertTrue(at.y <= folded.getParent().getSize().y, path + " " + at);
        }
        isInside("height", folded);
    }

    @Test
    void whatASearchUnfoldedForTheFirstTimeIsWholeForOthersToo() {
        shell.setSize(240, 900);
        show(BOX);
        look("porp");
        var config = section("inspector::TransformConfig");
        isInside("porportionalScaling", config);
        show(LAMP);
        isInside("porportionalScaling", config);
        look("");
        assertFalse(config.isExpanded());
        isWhole("inspector::TransformConfig");
        ComponentSection.of(config).orElseThrow().fold(true);
        settle();
        isInside("porportionalScaling", config);
    }

    private void allAreInside(String when) {
        all(shell)
                .filter(c -> c.getData("field") != null)
                .forEach(c -> isInside(c, outer(c), when));
    }

    private static Composite outer(Control control) {
        return control instanceof ExpandableComposite section
                ? section
                : outer(control.getParent());
    }

    private void isInside(Control control, Composite section, String when) {
        int bottom = shell.getDisplay().map(control, section, 0, control.getSize().y).y;
        assertTrue(
                bottom <= section.getSize().y && control.getSize().y > 10,
                () -> when + ": " + section.getData("component") + " " + section.getSize());
    }

    @Test
    void whatIsAddedLeavesTheOthersTheirRoom() {
        shell.setSize(330, 900);
        show(BOX);
        allAreInside("at first");
        add("my::Tag", BOX);
        allAreInside("with one more");
        show(LAMP);
        allAreInside("of another");
        show(BOX);
        allAreInside("again");
    }

    private void isInside(String path, ExpandableComposite section) {
        var control = any(path);
        int bottom = shell.getDisplay().map(control, section, 0, control.getSize().y).y;
        assertTrue(bottom <= section.getSize().y, path + " " + bottom + " " + section.getSize());
    }
}
